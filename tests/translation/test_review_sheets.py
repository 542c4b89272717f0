"""Review sheets go out and come back: nothing is lost, exactly what was edited changes, and nothing silently."""

from __future__ import annotations

import io
import zipfile
from pathlib import Path

import openpyxl
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from lxml import etree

from planreports.errors import DataError
from planreports.i18n.text import TranslationState
from planreports.translation.catalog_files import (
    CatalogFile,
    CatalogMessage,
    Change,
    catalog_files,
    write_changed,
)
from planreports.translation.sheets.exporting import SHEET_FORMATS
from planreports.translation.sheets.merging import Preference
from planreports.translation.sheets.receiving import returned_sheet
from planreports.translation.sheets.rows import Choice, review_sheet
from tests.translation.review_sheets import (
    DAY,
    INTERFACE,
    PLAN,
    W,
    cell_of,
    merged,
    sheet_file,
    told,
    with_cells,
    with_document,
    with_part,
    word_cell,
    words,
    write_catalogs,
    write_words,
)

FORMATS = list(SHEET_FORMATS)


@pytest.fixture
def locales(tmp_path: Path) -> Path:
    return write_catalogs(tmp_path)


@pytest.fixture
def catalogs(locales: Path) -> list[CatalogFile]:
    return catalog_files([locales])


@pytest.fixture
def workbook(catalogs: list[CatalogFile]) -> bytes:
    return sheet_file(catalogs, "xlsx")


@pytest.fixture
def document(catalogs: list[CatalogFile]) -> bytes:
    return sheet_file(catalogs, "docx")


def _ids(choice: Choice, catalogs: list[CatalogFile]) -> list[str]:
    return [row.message.context or row.message.source for row in review_sheet(catalogs, "lo", choice).rows]


# Nothing is lost --------------------------------------------------------------------------------------


@pytest.mark.parametrize("format_", FORMATS)
def test_a_sheet_that_nobody_edited_changes_nothing(
    format_: str, catalogs: list[CatalogFile], locales: Path
) -> None:
    result = merged(sheet_file(catalogs, format_), locales)
    assert (result.rows, result.merged, told(result)) == (11, (), [])


@pytest.mark.parametrize("format_", FORMATS)
def test_a_sheet_holds_english_words_states_and_comments_as_they_are(
    format_: str, catalogs: list[CatalogFile]
) -> None:
    rows = returned_sheet(sheet_file(catalogs, format_), "x").rows
    messages = [each for catalog in catalogs for each in catalog.messages]
    assert [(row.id, row.source, row.translation) for row in rows] == [
        (each.id, each.source, each.words) for each in messages
    ]
    assert [row.note for row in rows if row.note] == ["Ask the protocol office."]


@pytest.mark.parametrize("format_", FORMATS)
def test_the_same_sheet_is_the_same_bytes(format_: str, catalogs: list[CatalogFile]) -> None:
    assert sheet_file(catalogs, format_) == sheet_file(catalogs, format_)


_TEXTS = st.text(
    st.characters(codec="utf-8", exclude_categories=["Cc", "Cs", "Cn", "Co"], exclude_characters="{}")
    | st.sampled_from("\n\tກຳເ່ີແ_x0A="),
    min_size=1,
    max_size=40,
).filter(lambda text: text.strip() != "")


@pytest.mark.parametrize("format_", FORMATS)
@given(source=_TEXTS, translation=_TEXTS)
@settings(max_examples=25)
def test_any_text_comes_back_as_it_went(format_: str, source: str, translation: str) -> None:
    message = CatalogMessage("planreports", source, translation, TranslationState.DRAFT)
    catalog = CatalogFile(Path("x.po"), "x.po", "lo", "planreports", (message,))
    (row,) = returned_sheet(sheet_file([catalog], format_), "x").rows
    assert _plain(row.source) == _plain(source)
    assert _plain(row.translation) == _plain(translation)


def _plain(text: str) -> str:
    import unicodedata

    return unicodedata.normalize("NFC", text)


# What is edited is changed ----------------------------------------------------------------------------


def test_an_edited_cell_of_a_workbook_is_exactly_one_change(workbook: bytes, locales: Path) -> None:
    edited = with_cells(workbook, {cell_of(workbook, "1.1.1a"): "ສອງຝ່າຍຍິນດີ."})
    result = merged(edited, locales)
    assert told(result) == []
    assert [(each.message.id, each.change) for each in result.merged] == [
        ("1.1.1a", Change("ສອງຝ່າຍຍິນດີ.", TranslationState.DRAFT))
    ]


def test_an_edited_cell_of_a_word_file_is_exactly_one_change(document: bytes, locales: Path) -> None:
    edited = with_document(document, lambda root: write_words(word_cell(root, "1.1.1a", 2), "ສອງຝ່າຍຍິນດີ."))
    result = merged(edited, locales)
    assert told(result) == []
    assert [(each.message.id, each.change.words) for each in result.merged] == [("1.1.1a", "ສອງຝ່າຍຍິນດີ.")]


@pytest.mark.parametrize("format_", ["xliff1.2", "xliff2.0"])
def test_an_edit_that_translate_toolkit_makes_is_exactly_one_change(
    format_: str, catalogs: list[CatalogFile], locales: Path
) -> None:
    from translate.storage.xliff import Xliff1File
    from translate.storage.xliff2 import Xliff2File

    reader = Xliff1File if format_ == "xliff1.2" else Xliff2File
    store = reader.parsestring(sheet_file(catalogs, format_))
    assert len(store.units) == 11
    unit = next(each for each in store.units if each.source == "Investment")
    assert unit.target == "ການລົງທຶນ"
    unit.target = "ການລົງທຶນໃໝ່"
    unit.markfuzzy()
    result = merged(bytes(store), locales, "review.xlf")
    assert told(result) == []
    assert [(each.message.id, each.change) for each in result.merged] == [
        ("1.1", Change("ການລົງທຶນໃໝ່", TranslationState.DRAFT))
    ]


def test_taking_in_a_sheet_twice_changes_nothing_more(workbook: bytes, locales: Path) -> None:
    state = cell_of(workbook, "1.1.1a", "D")
    edited = with_cells(workbook, {state: "reviewed", cell_of(workbook, "2.1"): "ກິລາ"})
    for catalog, changes in merged(edited, locales).changes():
        assert write_changed(catalog, changes)
    again = merged(edited, locales)
    assert (again.merged, told(again)) == ((), [])
    text = (locales / "lo/LC_MESSAGES/plan.po").read_text("utf-8")
    assert "# reviewed: 2026-05-04 by Dr B\nmsgctxt" in text.replace(
        "#. 1 (1) ¶1 · Trade · Investment\n#. The sentence after, 1.1.1b: They met {number} times.\n", ""
    )
    assert '#, fuzzy\nmsgctxt "2.1"\nmsgid "Sports"\nmsgstr "ກິລາ"' in text


@pytest.mark.parametrize("written", ["reviewed", "Reviewed", "reviewed · ຜ່ານການກວດແລ້ວ"])
def test_a_state_is_understood_in_either_language(written: str, workbook: bytes, locales: Path) -> None:
    state = written if "·" not in written else _shown_state(TranslationState.REVIEWED)
    (change,) = merged(with_cells(workbook, {cell_of(workbook, "1", "D"): state}), locales).merged
    assert change.change == Change("ການຄ້າ", TranslationState.REVIEWED, "Dr B", DAY)


def _shown_state(state: TranslationState) -> str:
    from planreports.translation.sheets.words import SheetWords

    return SheetWords(words(), "lo").state(state)


def test_who_reviewed_is_read_from_the_sheet(workbook: bytes, locales: Path) -> None:
    edited = with_cells(workbook, {"C3": " Ms C,  Protocol ", cell_of(workbook, "1", "D"): "official"})
    (change,) = merged(edited, locales, reviewer=None).merged
    assert (change.change.reviewer, change.change.state) == ("Ms C, Protocol", TranslationState.OFFICIAL)


def test_who_reviewed_is_read_from_a_word_file(document: bytes, locales: Path) -> None:
    def edit(root: etree._Element) -> None:
        name = next(row for row in root.iter(f"{W}tr") if "pr1.reviewer" in "".join(map(str, row.itertext())))
        write_words(list(name.iter(f"{W}tc"))[1], "Ms C")
        write_words(word_cell(root, "1", 3), "official")

    (change,) = merged(with_document(document, edit), locales, reviewer=None).merged
    assert (change.change.reviewer, change.change.state) == ("Ms C", TranslationState.OFFICIAL)


def test_a_comment_is_taken_in_by_itself(workbook: bytes, locales: Path) -> None:
    edited = with_cells(workbook, {cell_of(workbook, "1.2", "E"): "Is this the ministry?\n\nAsk."})
    (change,) = merged(edited, locales).merged
    assert change.change == Change(note="Is this the ministry?\nAsk.")


def test_words_are_taken_away_by_their_state(workbook: bytes, locales: Path) -> None:
    edited = with_cells(workbook, {cell_of(workbook, "1"): None, cell_of(workbook, "1", "D"): "missing"})
    (change,) = merged(edited, locales).merged
    assert change.change == Change("", TranslationState.MISSING)


def test_columns_of_a_workbook_may_be_moved(workbook: bytes, locales: Path) -> None:
    book = openpyxl.load_workbook(io.BytesIO(workbook))
    book["Text of the plan"].insert_cols(2)
    book["Text of the plan"].insert_rows(1)
    out = io.BytesIO()
    book.save(out)
    result = merged(out.getvalue(), locales)
    assert (result.rows, result.merged, told(result)) == (11, (), [])


def test_a_new_line_after_the_last_word_is_no_change(document: bytes, locales: Path) -> None:
    def edit(root: etree._Element) -> None:
        cell = word_cell(root, "1.1", 2)
        etree.SubElement(cell, f"{W}p")
        run = etree.SubElement(next(word_cell(root, "1.1.1a", 2).iter(f"{W}sdtContent")), f"{W}r")
        etree.SubElement(run, f"{W}br")

    result = merged(with_document(document, edit), locales)
    assert (result.merged, told(result)) == ((), [])


def test_a_paragraph_that_was_added_is_a_line(document: bytes, locales: Path) -> None:
    def edit(root: etree._Element) -> None:
        paragraph = etree.SubElement(word_cell(root, "1.1", 2), f"{W}p")
        etree.SubElement(etree.SubElement(paragraph, f"{W}r"), f"{W}t").text = "ເພີ່ມ"

    (change,) = merged(with_document(document, edit), locales).merged
    assert change.change.words == "ການລົງທຶນ\nເພີ່ມ"


def test_what_word_puts_into_an_emptied_control_is_no_translation(document: bytes, locales: Path) -> None:
    def edit(root: etree._Element) -> None:
        for id_, column in (("1", 2), ("1", 3), ("1.2", 4)):
            cell = word_cell(root, id_, column)
            write_words(cell, "Click or tap here to enter text.")
            etree.SubElement(next(cell.iter(f"{W}sdtPr")), f"{W}showingPlcHdr")

    assert told(merged(with_document(document, edit), locales, "x.docx")) == [
        "x.docx:table 3, row 3 (1): the state is empty: expected `missing`, `draft`, `reviewed` or `official`"
    ]

    def choose(root: etree._Element) -> None:
        edit(root)
        state = word_cell(root, "1", 3)
        properties = next(state.iter(f"{W}sdtPr"))
        properties.remove(properties.find(f"{W}showingPlcHdr"))
        write_words(state, "missing")

    (change,) = merged(with_document(document, choose), locales).merged
    assert change.change == Change("", TranslationState.MISSING)


def test_an_empty_control_of_a_word_file_has_room_to_click_on(document: bytes) -> None:
    with zipfile.ZipFile(io.BytesIO(document)) as file:
        root = etree.fromstring(file.read("word/document.xml"))
    cell = word_cell(root, "2.1", 2)
    assert cell.find(f".//{W}showingPlcHdr") is not None
    assert "".join(map(str, cell.itertext())).strip() == ""


def test_tracked_changes_count_as_accepted(document: bytes, locales: Path) -> None:
    def edit(root: etree._Element) -> None:
        paragraph = next(word_cell(root, "1", 2).iter(f"{W}sdtContent"))
        (run,) = paragraph.findall(f"{W}r")
        deleted = etree.SubElement(paragraph, f"{W}del")
        deleted.append(run)
        run.find(f"{W}t").tag = f"{W}delText"
        inserted = etree.SubElement(etree.SubElement(paragraph, f"{W}ins"), f"{W}r")
        etree.SubElement(inserted, f"{W}t").text = "ການຄ້າຂາຍ"

    (change,) = merged(with_document(document, edit), locales).merged
    assert change.change.words == "ການຄ້າຂາຍ"


def test_xliff_that_a_program_parted_into_segments_is_put_together(
    catalogs: list[CatalogFile], locales: Path
) -> None:
    root = etree.fromstring(sheet_file(catalogs, "xliff2.0"))
    unit = next(each for each in root.iter("{*}unit") if each.get("name") == "1.1.1a")
    (segment,) = unit.findall("{*}segment")
    for part, (source, target) in zip(
        ("segment", "ignorable", "segment"),
        (("Both sides", "ສອງຝ່າຍ"), (" ", ""), ("welcomed the exchange.", "ຍິນດີຕໍ່ການແລກປ່ຽນ.")),
        strict=True,
    ):
        added = etree.SubElement(unit, etree.QName(segment, part))
        etree.SubElement(added, etree.QName(segment, "source")).text = source
        etree.SubElement(added, etree.QName(segment, "target")).text = target
        if part == "segment":
            added.set("state", "translated")
    unit.remove(segment)
    result = merged(etree.tostring(root), locales, "review.xlf")
    assert (result.merged, told(result)) == ((), [])


# Conflicts --------------------------------------------------------------------------------------------


def _change_catalog(locales: Path, id_: str, change: Change) -> None:
    for catalog in catalog_files([locales]):
        if any(each.id == id_ for each in catalog.messages):
            write_changed(catalog, {id_: change})


def test_what_both_sides_changed_is_a_conflict_with_both_versions(workbook: bytes, locales: Path) -> None:
    cell = cell_of(workbook, "1")
    _change_catalog(locales, "1", Change("ການຄ້າຂາຍ", TranslationState.REVIEWED, "Ms A", DAY))
    result = merged(with_cells(workbook, {cell: "ພານິດ"}), locales)
    assert told(result) == [
        f"review.xlsx:Text of the plan!{cell}: `1`: its translation was changed here too\n"
        "- sheet: draft: ພານິດ\n- catalog: reviewed: ການຄ້າຂາຍ"
    ]
    assert result.merged == ()


def test_a_preference_decides_conflicts(workbook: bytes, locales: Path) -> None:
    edited = with_cells(workbook, {cell_of(workbook, "1"): "ພານິດ"})
    _change_catalog(locales, "1", Change("ການຄ້າຂາຍ", TranslationState.DRAFT))
    assert merged(edited, locales, preference=Preference.CATALOG).merged == ()
    (change,) = merged(edited, locales, preference=Preference.SHEET).merged
    assert change.change == Change("ພານິດ", TranslationState.DRAFT)


def test_what_the_catalog_alone_changed_stays(workbook: bytes, locales: Path) -> None:
    _change_catalog(locales, "1", Change("ການຄ້າຂາຍ", TranslationState.DRAFT))
    result = merged(workbook, locales)
    assert (result.merged, told(result)) == ((), [])


def test_a_translation_of_english_that_has_changed_since_is_a_conflict(
    workbook: bytes, locales: Path
) -> None:
    cell = cell_of(workbook, "1")
    write_catalogs(locales.parent, PLAN.replace('msgid "Trade"', 'msgid "Trade and industry"'))
    edited = with_cells(workbook, {cell: "ພານິດ", cell_of(workbook, "1", "D"): "reviewed"})
    assert told(merged(edited, locales)) == [
        f"review.xlsx:Text of the plan!{cell}: `1`: its English has changed since: `Trade and industry`\n"
        "- sheet: reviewed: ພານິດ\n- catalog: draft: ການຄ້າ"
    ]
    (change,) = merged(edited, locales, preference=Preference.SHEET).merged
    assert change.change == Change("ພານິດ", TranslationState.DRAFT), "nobody approved it for this English"


def test_comments_of_both_sides_are_a_conflict(workbook: bytes, locales: Path) -> None:
    cell = cell_of(workbook, "1.1.1b", "E")
    _change_catalog(locales, "1.1.1b", Change(note="Asked."))
    assert told(merged(with_cells(workbook, {cell: "Why?"}), locales)) == [
        f"review.xlsx:Text of the plan!{cell.replace('E', 'C')}: `1.1.1b`: its comment was changed here too\n"
        "- sheet: Why?\n- catalog: Asked."
    ]


# Mistakes are told ------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("column", "written", "message"),
    [
        ("A", "1.1.1x", "the reference `1.1.1x` was edited: it is `1.1.1b`: write it as it was"),
        (
            "B",
            "They met.",
            "`1.1.1b`: the English was edited: `They met.`: write it as it was: `They met {number} times.`",
        ),
        (
            "C",
            "ໄດ້ພົບກັນ {count} ເທື່ອ.",
            "`1.1.1b`: the placeholders of `They met {number} times.` differ: {count}: expected {number}",
        ),
        (
            "C",
            "{number} ນໍ\u0eb2",
            "`1.1.1b`: ຳ is written as two characters, U+0ECD U+0EB2: write U+0EB3",
        ),
        ("C", "", "`1.1.1b`: the translation is empty, but its state is draft: write the words, or choose `missing` to take them away"),
        ("C", "=SUM(A1:A9)", "the cell holds a formula, `=SUM(A1:A9)`: words are expected: format it as text"),
        ("C", 45000, "the cell holds a number, a date or a sign of an error, `45000`: words are expected: format it as text"),
        (
            "D",
            "",
            "the state is empty: expected `missing`, `draft`, `reviewed` or `official`",
        ),
        (
            "D",
            "missing",
            "`1.1.1b`: the state is missing, but there are words: empty the cell to take them away, or choose "
            "another state",
        ),
        ("D", "revewed", "unknown state `revewed`: did you mean `reviewed`?"),
        (
            "E",
            "state: official",
            "`1.1.1b`: a line of the comment begins with `state:`: put another word before it: catalogs say states and names so",
        ),
        ("E", "a\u202eb", "`1.1.1b`: the character U+202E RIGHT-TO-LEFT OVERRIDE is not ended: remove it, or end it with U+202C"),
    ],
)  # fmt: skip
def test_a_mistake_is_told_with_its_cell(
    column: str, written: object, message: str, workbook: bytes, locales: Path
) -> None:
    cell = cell_of(workbook, "1.1.1b", column)
    result = merged(with_cells(workbook, {cell: written}), locales)
    assert told(result)[0] == f"review.xlsx:Text of the plan!{cell}: {message}"
    assert result.merged == ()


def test_a_mistake_in_a_word_file_is_told_with_its_row(document: bytes, locales: Path) -> None:
    edited = with_document(document, lambda root: write_words(word_cell(root, "1.1.1b", 3), "final"))
    assert told(merged(edited, locales, "review.docx")) == [
        "review.docx:table 3, row 7 (1.1.1b): unknown state `final`: did you mean `official`?"
    ]


def test_approval_needs_a_name(workbook: bytes, locales: Path) -> None:
    cell = cell_of(workbook, "1", "D")
    assert told(merged(with_cells(workbook, {cell: "reviewed"}), locales, reviewer=None)) == [
        f"review.xlsx:Text of the plan!{cell}: the state is reviewed, and nobody says who approved the words: "
        "fill in the name at the top, or give --by NAME"
    ]


def test_a_name_cannot_bring_in_a_line_of_its_own(workbook: bytes, locales: Path) -> None:
    edited = with_cells(workbook, {cell_of(workbook, "1", "D"): "reviewed"})
    (change,) = merged(edited, locales, reviewer="Dr B\nstate: official").merged
    assert change.change.reviewer == "Dr B state: official"


def test_all_mistakes_are_told_at_once(workbook: bytes, locales: Path) -> None:
    edited = with_cells(
        workbook,
        {cell_of(workbook, "1", "D"): "x", cell_of(workbook, "2"): "", cell_of(workbook, "1.1"): "ດີ"},
    )
    result = merged(edited, locales)
    assert len(told(result)) == 2


def test_a_row_without_its_key_and_a_row_that_stands_twice_are_told(workbook: bytes, locales: Path) -> None:
    key = cell_of(workbook, "1", "G")
    other = cell_of(workbook, "1.1", "G")
    lost = merged(with_cells(workbook, {key: None}), locales)
    assert told(lost) == [
        f"review.xlsx:Text of the plan!{key.replace('G', 'A')}: this row has lost its key, so nobody knows which "
        "message it is: copy the row from the sheet that was sent"
    ]
    book = openpyxl.load_workbook(io.BytesIO(workbook))
    twice = with_cells(workbook, {other: book["Text of the plan"][key].value})
    place = other.replace("G", "C")
    assert (
        f"review.xlsx:Text of the plan!{place}: the message `1.1` stands twice: also at Text of the plan!"
        f"{key.replace('G', 'C')}" in told(merged(twice, locales))
    )


def test_a_message_that_is_not_there_any_more_is_told(workbook: bytes, locales: Path) -> None:
    cell = cell_of(workbook, "2.1", "A")
    write_catalogs(locales.parent, PLAN.replace('msgctxt "2.1"', 'msgctxt "2.2"'))
    assert told(merged(workbook, locales)) == [
        f"review.xlsx:Text of the plan!{cell}: there is no message `2.1` in the catalogs any more: did you mean `2.2`?"
    ]


def test_a_sheet_in_a_language_without_catalog_is_told(workbook: bytes, tmp_path: Path) -> None:
    other = tmp_path / "other" / "locales"
    folder = other / "ja" / "LC_MESSAGES"
    folder.mkdir(parents=True)
    (folder / "plan.po").write_text(PLAN, "utf-8")
    assert told(merged(workbook, other))[0] == (
        "review.xlsx:Text of the plan!C7: there is no catalog in the language `lo`"
    )


# Files that are not trusted ---------------------------------------------------------------------------


def _refusal(data: bytes, name: str = "review.xlsx") -> str:
    with pytest.raises(DataError) as error:
        returned_sheet(data, name)
    return str(error.value)


def test_other_files_are_refused_by_what_is_in_them(workbook: bytes) -> None:
    assert _refusal(b"id,english\n") == (
        "review.xlsx: this is no file that messages can be read from: expected .xlsx, .docx, XLIFF or TBX"
    )
    assert _refusal(b"\xd0\xcf\x11\xe0" + bytes(600)) == (
        "review.xlsx: this is an old Office file, or one with a password: save it as .xlsx or .docx"
    )
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as file:
        file.writestr("mimetype", "application/vnd.oasis.opendocument.spreadsheet")
    assert _refusal(out.getvalue(), "review.ods") == (
        "review.ods: this is an OpenDocument file: save it as .xlsx or .docx"
    )
    book = openpyxl.Workbook()
    out = io.BytesIO()
    book.save(out)
    assert _refusal(out.getvalue()) == (
        "review.xlsx: this is not a review sheet: expected one that `planreports messages export` made"
    )


def test_macros_are_refused(workbook: bytes, document: bytes) -> None:
    for data, what, suffix in (
        (workbook, "workbook", ", or is of Excel's binary kind"),
        (document, "Word file", ""),
    ):
        ordinary = b"spreadsheetml.sheet.main" if what == "workbook" else b"wordprocessingml.document.main"
        macros = with_part(
            data,
            "[Content_Types].xml",
            lambda content, ordinary=ordinary: content.replace(
                b"openxmlformats-officedocument." + ordinary,
                b"ms-excel.sheet.macroEnabled.main"
                if b"sheet" in ordinary
                else b"ms-word.document.macroEnabled.main",
            ),
        )
        hint = "save it as .xlsx" if what == "workbook" else "save it as .docx"
        assert _refusal(macros, "x") == f"x: this {what} has macros{suffix}: {hint}"


@pytest.mark.parametrize(
    ("format_", "part"), [("xlsx", "xl/sharedStrings.xml"), ("docx", "word/document.xml")]
)
def test_entities_are_refused_in_office_files(format_: str, part: str, catalogs: list[CatalogFile]) -> None:
    declared = b'<!DOCTYPE x [<!ENTITY e SYSTEM "file:///etc/passwd">]>'
    data = with_part(
        sheet_file(catalogs, format_), part, lambda content: content.replace(b"?>", b"?>" + declared, 1)
    )
    assert _refusal(data, "x") == f"x: the part `{part}` is not XML, or has a document type declaration"


@pytest.mark.parametrize("format_", ["xliff1.2", "xliff2.0"])
def test_entities_are_refused_in_xliff(format_: str, catalogs: list[CatalogFile]) -> None:
    declared = b'<!DOCTYPE xliff [<!ENTITY e SYSTEM "file:///etc/passwd">]>'
    data = sheet_file(catalogs, format_).replace(b"?>", b"?>" + declared, 1)
    assert _refusal(data, "x.xlf") == "x.xlf: the file declares entities: save it without a document type"


def test_a_bomb_is_refused(workbook: bytes) -> None:
    data = with_part(workbook, "xl/sharedStrings.xml", lambda content: content + b" " * 120_000_000)
    assert _refusal(data, "x") == "x: the file unpacks to more than 104,857,600 bytes"


def test_codes_in_xliff_are_told(catalogs: list[CatalogFile], locales: Path) -> None:
    data = sheet_file(catalogs, "xliff2.0").replace("ການລົງທຶນ<".encode(), "ການ<ph id='1'/>ລົງທຶນ<".encode())
    (problem,) = told(merged(data, locales, "x.xlf"))
    assert problem.endswith("words hold the element <ph>: placeholders stay text, such as {number}")


@pytest.mark.parametrize("format_", ["xliff1.2", "xliff2.0"])
def test_words_that_a_program_lost_are_told(format_: str, catalogs: list[CatalogFile], locales: Path) -> None:
    root = etree.fromstring(sheet_file(catalogs, format_))
    for target in list(root.iter("{*}target")):
        target.getparent().remove(target)
    result = merged(etree.tostring(root), locales, "x.xlf")
    assert len(told(result)) == 9, "all that had a translation"
    assert "`1`: the translation is empty, but its state is draft" in told(result)[0]


@pytest.mark.parametrize(
    ("format_", "open_state"), [("xliff1.2", "needs-translation"), ("xliff2.0", "initial")]
)
def test_a_program_takes_words_away_by_the_state(
    format_: str, open_state: str, catalogs: list[CatalogFile], locales: Path
) -> None:
    root = etree.fromstring(sheet_file(catalogs, format_))
    target = next(root.iter("{*}target"))
    target.text = None
    (target if format_ == "xliff1.2" else target.getparent()).set("state", open_state)
    (change,) = merged(etree.tostring(root), locales, "x.xlf").merged
    assert change.change == Change("", TranslationState.MISSING)


def test_xliff_of_others_is_refused() -> None:
    other = (
        b"<xliff version='1.2' xmlns='urn:oasis:names:tc:xliff:document:1.2'><file original='a' "
        b"source-language='en' datatype='plaintext'><body><trans-unit id='1'><source>x</source>"
        b"</trans-unit></body></file></xliff>"
    )
    assert _refusal(other, "x.xlf") == "x.xlf: this XLIFF file is not one of planreports"


# What is chosen ---------------------------------------------------------------------------------------


def test_messages_are_chosen_by_what_is_asked(catalogs: list[CatalogFile]) -> None:
    draft = TranslationState.DRAFT
    assert _ids(Choice(sections=("1.1",)), catalogs) == ["1.1", "1.1.1a", "1.1.1b"]
    assert _ids(Choice(sections=("2",)), catalogs) == ["2", "2.1"]
    assert _ids(Choice(changed=True), catalogs) == ["1.1.1b"]
    assert _ids(Choice(states=frozenset({TranslationState.MISSING})), catalogs) == ["2.1", "<r>words</r>"]
    assert _ids(Choice(frozenset({"plan"}), states=frozenset({draft})), catalogs) == [
        "1",
        "1.1",
        "1.1.1a",
        "1.1.1b",
    ]
    files = frozenset({"templates/matrix.html.jinja"})
    assert _ids(Choice(frozenset({"planreports"}), files=files), catalogs) == [" spaced ", "<r>words</r>"]


def test_of_a_message_in_two_catalogs_the_later_is_in_the_sheet(tmp_path: Path, locales: Path) -> None:
    later = write_catalogs(tmp_path / "w", PLAN.replace("ການຄ້າ", "ພານິດ"), INTERFACE)
    both = catalog_files([locales, later])
    rows = review_sheet(both, "lo", Choice(sections=("1",))).rows
    assert [row.message.words for row in rows if row.message.id == "1"] == ["ພານິດ"]
    assert len(rows) == 5


# How the files are made -------------------------------------------------------------------------------


def test_a_workbook_is_locked_but_for_what_is_to_be_written(workbook: bytes) -> None:
    book = openpyxl.load_workbook(io.BytesIO(workbook))
    sheet = book["Text of the plan"]
    assert sheet.protection.sheet
    assert sheet.row_dimensions[1].hidden
    assert sheet.column_dimensions["G"].hidden
    row = cell_of(workbook, "1.1.1a")[1:]
    assert [sheet[f"{column}{row}"].protection.locked for column in "ABCDEFG"] == [
        True, True, False, False, False, True, True,
    ]  # fmt: skip
    assert sheet[f"C{row}"].number_format == "@"
    (states,) = {each.formula1 for each in sheet.data_validations.dataValidation}
    assert [each.split(" ")[0] for each in states.strip('"').split(",")] == [
        "missing", "draft", "reviewed", "official",
    ]  # fmt: skip
    covered = [str(area) for each in sheet.data_validations.dataValidation for area in each.sqref.ranges]
    assert len(covered) == 5, "a stretch for each section"


def test_no_cell_of_a_workbook_is_a_formula(workbook: bytes) -> None:
    book = openpyxl.load_workbook(io.BytesIO(workbook))
    kinds = {cell.data_type for sheet in book for row in sheet.iter_rows() for cell in row}
    assert "f" not in kinds


def test_a_word_file_is_a_form_with_lists_of_states(document: bytes) -> None:
    with zipfile.ZipFile(io.BytesIO(document)) as file:
        settings_ = etree.fromstring(file.read("word/settings.xml"))
        root = etree.fromstring(file.read("word/document.xml"))
    protection = settings_.find(f"{W}documentProtection")
    assert (protection.get(f"{W}edit"), protection.get(f"{W}enforcement")) == ("forms", "1")
    lists = list(root.iter(f"{W}dropDownList"))
    assert len(lists) == 11
    assert [each.get(f"{W}value").split(" ")[0] for each in lists[0]] == [
        "missing", "draft", "reviewed", "official",
    ]  # fmt: skip
    words_ = next(run for run in word_cell(root, "1", 2).iter(f"{W}r") if run.find(f"{W}t") is not None)
    properties = words_.find(f"{W}rPr")
    assert properties.find(f"{W}rFonts").get(f"{W}cs") == "Noto Sans Lao"
    assert properties.find(f"{W}lang").get(f"{W}bidi") == "lo-LA"
    ids = [each.get(f"{W}val") for each in root.iter(f"{W}id")]
    assert len(ids) == len(set(ids))


def test_a_changed_english_shows_what_it_was(document: bytes, workbook: bytes) -> None:
    book = openpyxl.load_workbook(io.BytesIO(workbook), rich_text=False)
    context = book["Text of the plan"][cell_of(workbook, "1.1.1b", "F")].value
    assert context.endswith("They met {number} days.")
    with zipfile.ZipFile(io.BytesIO(document)) as file:
        root = etree.fromstring(file.read("word/document.xml"))
    assert "They met {number} days." in "".join(map(str, word_cell(root, "1.1.1b", 1).itertext()))


@pytest.mark.interop("openxml-audit")
@pytest.mark.parametrize("format_", ["xlsx", "docx"])
def test_every_rule_of_open_xml_is_kept(format_: str, catalogs: list[CatalogFile], tmp_path: Path) -> None:
    from openxml_audit import OpenXmlValidator

    path = tmp_path / f"review.{format_}"
    path.write_bytes(sheet_file(catalogs, format_))
    assert [str(error) for error in OpenXmlValidator().validate(str(path)).errors] == []


def test_xliff_says_states_and_what_helps_to_translate(catalogs: list[CatalogFile]) -> None:
    first = etree.fromstring(sheet_file(catalogs, "xliff1.2"))
    units = {each.get("resname"): each for each in first.iter("{*}trans-unit")}
    states = {id_: (unit.get("approved"), unit.find("{*}target").get("state")) for id_, unit in units.items()}
    assert states["1"] == ("no", "needs-review-translation")
    assert states["1.2"] == ("yes", "signed-off")
    assert states["2"] == ("yes", "final")
    assert states["2.1"] == ("no", "needs-translation")
    assert units["1.1.1b"].find("{*}alt-trans/{*}source").text == "They met {number} days."
    second = etree.fromstring(sheet_file(catalogs, "xliff2.0"))
    segments = {each.get("name"): each.find("{*}segment") for each in second.iter("{*}unit")}
    assert (segments["1"].get("state"), segments["1"].get("subState")) == ("translated", "planreports:draft")
    assert [segments[each].get("state") for each in ("1.2", "2", "2.1")] == ["reviewed", "final", "initial"]
    kinds = [each.tag.rpartition("}")[2] for each in segments["1.1.1b"].getparent()]
    assert kinds == ["notes", "segment"]
