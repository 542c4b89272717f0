"""Forms in Word: fields are controls that are found again, and nothing else can be written in."""

from __future__ import annotations

from planreports.document.forms import FieldOption, FormField, Prompt
from planreports.document.nodes import Cell, CheckBox, Column, Paragraph, Row, Run, Table
from planreports.writers.docx.controls import bookmark_of
from tests.writers.docx.reading import W, part, values, word, words
from tests.writers.trees import AT, p

W14 = "{http://schemas.microsoft.com/office/word/2010/wordml}"
W15 = "{http://schemas.microsoft.com/office/word/2012/wordml}"

WRITE = (Prompt("en", "Write here"), Prompt("lo", "ຂຽນໃສ່ບ່ອນນີ້"))
WHY = FormField("3.1.2b.reason", "Why", "lines", WRITE)


def fields(*each: FormField, entry_of: str | None = None) -> Table:
    rows = tuple(Row((Cell((), AT, field=field),), AT, entry_of=entry_of) for field in each)
    return Table((Column(100, "*"),), (), rows, "field", "en", AT, presentation=True)


def tag(control: object) -> str | None:
    return values(control, "tag")[0]  # type: ignore[arg-type]


def test_a_field_is_a_control_with_its_name_label_and_prompt() -> None:
    (control,) = part(word(fields(WHY))).iter(f"{W}sdt")
    assert (tag(control), values(control, "alias")) == ("3.1.2b.reason", ["Why"])
    assert values(control, "lock") == ["sdtLocked"]
    assert control.find(f".//{W}showingPlcHdr") is not None
    assert control.find(f".//{W}richText") is not None
    assert words(control) == "Write here · ຂຽນໃສ່ບ່ອນນີ້"


def test_a_prompts_lao_is_complex_script() -> None:
    (control,) = part(word(fields(WHY), languages=("en", "lo"))).iter(f"{W}sdt")
    lao = [run for run in control.iter(f"{W}r") if "ຂຽນ" in words(run)]
    assert all(run.find(f"{W}rPr/{W}cs") is not None for run in lao)
    assert set(values(control, "rStyle")) == {"InlinePrompt"}


def test_a_date_has_a_calendar_in_the_documents_language() -> None:
    (control,) = part(word(fields(FormField("d", "When", "date", WRITE)))).iter(f"{W}sdt")
    date = control.find(f".//{W}date")
    assert (values(date, "lid"), values(date, "calendar")) == (["en-GB"], ["gregorian"])


def test_a_choice_is_a_list_in_a_box_in_place_of_squares() -> None:
    options = FieldOption("done", "Completed"), FieldOption("late", "Delayed · ຊັກຊ້າ")
    choice = FormField("3.1.2b.status", "Status", "choice", WRITE[:1], options)
    squares = (CheckBox("3.1.2b.status", "done", "en"), Run(" Completed", "en"))
    body = part(word(Paragraph(squares, "en", "choices", AT, choice=choice)))
    (control,) = body.iter(f"{W}sdt")
    items = [(each.get(f"{W}value"), each.get(f"{W}displayText")) for each in control.iter(f"{W}listItem")]
    assert items == [("done", "Completed"), ("late", "Delayed · ຊັກຊ້າ")]
    assert words(body) == "Write here"
    assert next(body.iter(f"{W}tbl")).find(f".//{W}sdt") is control


def test_a_square_can_be_ticked() -> None:
    line = Paragraph((CheckBox("ok", "yes", "en"), Run("\u00a0Yes", "en")), "en", "choices", AT)
    (control,) = part(word(line)).iter(f"{W}sdt")
    assert (tag(control), words(control)) == ("ok=yes", "☐")
    assert control.find(f".//{W14}checked").get(f"{W14}val") == "0"


def test_rows_of_a_list_can_be_added() -> None:
    rows = [FormField(f"step.{number}.what", "", "text", WRITE) for number in (1, 2)]
    body = part(word(fields(*rows, entry_of="step")))
    (section,) = (
        each for each in body.iter(f"{W}sdt") if each.find(f"{W}sdtPr/{W15}repeatingSection") is not None
    )
    assert tag(section) == "step"
    items = [
        each
        for each in section.iter(f"{W}sdt")
        if each.find(f"{W}sdtPr/{W15}repeatingSectionItem") is not None
    ]
    assert [[tag(field) for field in item.iter(f"{W}sdt") if field is not item] for item in items] == [
        ["step.1.what"],
        ["step.2.what"],
    ]


def test_every_control_has_a_number_and_a_bookmark_of_its_own() -> None:
    other = FormField("3.1.2b." + "x" * 90, "Long " * 40, "text", WRITE)
    body = part(word(p("before"), fields(WHY), fields(other)))
    numbers = [each.get(f"{W}val") for each in body.iter(f"{W}id")]
    assert len(set(numbers)) == 2
    starts = {each.get(f"{W}name"): each.get(f"{W}id") for each in body.iter(f"{W}bookmarkStart")}
    assert list(starts) == [bookmark_of(WHY.name), bookmark_of(other.name)]
    assert [each.get(f"{W}id") for each in body.iter(f"{W}bookmarkEnd")] == list(starts.values())
    assert all(len(name) <= 40 for name in starts)
    assert all(len(name or "") <= 64 for name in (*values(body, "alias"), *values(body, "tag")))


def test_only_a_form_is_protected() -> None:
    protections = [
        part(data, "word/settings.xml").find(f"{W}documentProtection")
        for data in (word(fields(WHY)), word(p("x")))
    ]
    assert protections[1] is None
    assert protections[0] is not None
    assert (protections[0].get(f"{W}edit"), protections[0].get(f"{W}enforcement")) == ("forms", "1")
