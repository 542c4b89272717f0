"""Catalogs as translators' tools see them: read with every mistake, changed message by message."""

from __future__ import annotations

import datetime
from pathlib import Path

import pytest

from planreports.errors import DataError
from planreports.files.resources import resource
from planreports.i18n.text import TranslationState
from planreports.translation.catalog_files import (
    CatalogFile,
    Change,
    catalog_files,
    changed,
    read_catalog,
    write_changed,
)

HEADER = 'msgid ""\nmsgstr "Content-Type: text/plain; charset=UTF-8\\n"\n\n'
BODY = """\
# a word of the bank
# translator: machine-drafted
#. in a table
#: a.py:3 b.html.jinja:7
#, fuzzy
#| msgctxt "0"
#| msgid "Stat"
msgctxt "1"
msgid "Status"
msgstr "ສະຖານະ"

# state: official
# reviewed: 2026-05-04 by Khamla VONGSA
msgid "Copy {number}"
msgstr ""
"ສຳເນົາ "
"{number}"

msgid "Date"
msgstr ""

#~ msgid "Gone"
#~ msgstr "ໄປແລ້ວ"
"""


def catalog(folder: Path, body: str = BODY) -> CatalogFile:
    path = folder / "locales" / "lo" / "LC_MESSAGES" / "planreports.po"
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes((HEADER + body).encode())
    return read_catalog(path, "planreports.po")


def mistakes(folder: Path, body: str) -> list[str]:
    with pytest.raises(DataError) as caught:
        catalog(folder, body)
    return str(caught.value).splitlines()


def test_a_message_has_all_that_stands_beside_it(tmp_path: Path) -> None:
    found = catalog(tmp_path)
    status, copy, date = found.messages
    assert (found.language, found.domain) == ("lo", "planreports")
    assert (status.id, status.state, status.previous_source, status.previous_context) == (
        "1",
        TranslationState.DRAFT,
        "Stat",
        "0",
    )
    assert (status.note, status.comment, status.translator, status.line) == (
        "a word of the bank",
        "in a table",
        "machine-drafted",
        4,
    )
    assert status.places == (("a.py", 3), ("b.html.jinja", 7))
    assert (copy.state, copy.reviewer, copy.reviewed, copy.words) == (
        TranslationState.OFFICIAL,
        "Khamla VONGSA",
        datetime.date(2026, 5, 4),
        "ສຳເນົາ {number}",
    )
    assert date.state is TranslationState.MISSING


def test_every_mistake_is_told_at_once(tmp_path: Path) -> None:
    body = (
        '# state: offical\nmsgid "A"\nmsgstr "ກ"\n\n# state: draft\nmsgid "B"\nmsgstr "ຂ"\n\n'
        '# reviewed: yesterday\nmsgid "C"\nmsgstr "ຄ"\n\n# reviewed: 2026-02-30 by N\nmsgid "D"\nmsgstr "ງ"\n\n'
        'msgid "Copy {n}"\nmsgstr "ສຳເນົາ"\n'
    )
    assert mistakes(tmp_path, body) == [
        "planreports.po:4: unknown state `offical`: did you mean `official`?",
        "planreports.po:8: unknown state `draft`: a draft has the flag `#, fuzzy`",
        "planreports.po:12: this does not say who reviewed the words when: `yesterday`: expected `# reviewed: "
        "2026-05-04 by NAME`",
        "planreports.po:16: this does not say who reviewed the words when: `2026-02-30 by N`: expected `# reviewed: "
        "2026-05-04 by NAME`",
        "planreports.po:20: the placeholders of `Copy {n}` differ: none: expected {n}",
    ]


def test_mistakes_of_several_catalogs_are_told_at_once(tmp_path: Path) -> None:
    for number in (1, 2):
        with pytest.raises(DataError):
            catalog(tmp_path / str(number), 'msgid "{a}"\nmsgstr "ກ"\n')
    with pytest.raises(DataError) as caught:
        catalog_files([tmp_path / "1" / "locales", tmp_path / "2" / "locales"])
    assert len(caught.value.problems) == 2


@pytest.mark.parametrize(
    "path", sorted(resource("locales").glob("*/LC_MESSAGES/*.po")), ids=lambda path: path.name
)
def test_a_shipped_catalog_without_changes_is_byte_for_byte_the_same(path: Path) -> None:
    found = read_catalog(path)
    same = {each.id: Change(each.words, each.state, each.reviewer, each.reviewed) for each in found.messages}
    assert changed(found, {}).encode() == path.read_bytes()
    assert changed(found, same).encode() == path.read_bytes()


@pytest.mark.parametrize(
    "body", [BODY, BODY.replace("\n", "\r\n"), BODY.rstrip(), "\n\n" + BODY + "\n# the end\n"]
)
def test_what_is_not_changed_stays_as_it_was_written(tmp_path: Path, body: str) -> None:
    found = catalog(tmp_path, body)
    text = changed(found, {"1": Change(state=TranslationState.REVIEWED)})
    before, after = (HEADER + body).splitlines(), text.splitlines()
    gone = ["#, fuzzy", '#| msgctxt "0"', '#| msgid "Stat"']
    assert after == [line for line in before if line not in gone]
    assert ("\r\n" in text) == ("\r\n" in body)


def test_a_file_that_begins_with_a_byte_order_mark_keeps_it(tmp_path: Path) -> None:
    path = catalog(tmp_path).path
    path.write_bytes(b"\xef\xbb\xbf" + path.read_bytes())
    found = read_catalog(path)
    assert changed(found, {}).encode() == path.read_bytes()
    text = changed(found, {"1": Change("ສະພາບ")})
    assert text.startswith('\ufeffmsgid ""\n')
    assert 'msgstr "ສະພາບ"\n' in text


def test_changed_words_are_a_draft_that_nobody_has_approved(tmp_path: Path) -> None:
    found = catalog(tmp_path)
    id_ = found.messages[1].id
    text = changed(found, {id_: Change("ສະບັບ {number}")})
    assert '\n\n#, fuzzy\nmsgid "Copy {number}"\nmsgstr "ສະບັບ {number}"\n\n' in text


def test_a_review_is_written_with_who_and_when(tmp_path: Path) -> None:
    found = catalog(tmp_path)
    review = Change("ວັນທີ", TranslationState.OFFICIAL, "N. Souk", datetime.date(2026, 6, 1), note="as in law")
    text = changed(found, {found.messages[2].id: review})
    assert (
        "\n# as in law\n# reviewed: 2026-06-01 by N. Souk\n# state: official\n"
        'msgid "Date"\nmsgstr "ວັນທີ"\n\n#~ msgid "Gone"' in text
    )


def test_words_that_a_catalog_cannot_hold_are_refused(tmp_path: Path) -> None:
    found = catalog(tmp_path)
    with pytest.raises(DataError) as caught:
        changed(found, {found.messages[1].id: Change("ສະບັບ {nummer}")})
    assert "the placeholders of `Copy {number}` differ: {nummer}: expected {number}" in str(caught.value)
    with pytest.raises(DataError) as caught:
        changed(found, {"2": Change("ກ")})
    assert str(caught.value).startswith("planreports.po: there is no message `2`: ")


def test_a_file_that_changed_in_the_meantime_is_not_overwritten(tmp_path: Path) -> None:
    found = catalog(tmp_path)
    assert not write_changed(found, {"1": Change()})
    assert write_changed(found, {"1": Change("ສະພາບ")})
    with pytest.raises(DataError) as caught:
        write_changed(found, {"1": Change("ສະຖານະ")})
    assert str(caught.value) == (
        "planreports.po: another program has changed this file in the meantime: nothing is written; try again"
    )
    assert read_catalog(found.path).messages[0].words == "ສະພາບ"


def test_a_change_never_reaches_two_messages(tmp_path: Path) -> None:
    found = catalog(tmp_path, 'msgctxt "a"\nmsgid "A"\nmsgstr "ກ"\n\nmsgctxt "a"\nmsgid "B"\nmsgstr "ຂ"\n')
    with pytest.raises(DataError) as caught:
        changed(found, {"a": Change("ຄ")})
    assert str(caught.value) == "planreports.po: two messages are called `a`"
