"""A ministry brings its own look: what the command says of it, from the first mistake to the finished files."""

from __future__ import annotations

from pathlib import Path

import docx
import pypdf
import pytest
from docx.document import Document
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.shared import Mm

from planreports.writers.pdf.font_files import font_file
from tests.cli.commands import Run
from tests.writers.docx.letterheads import letterhead

CREST = '<svg xmlns="http://www.w3.org/2000/svg" width="10" height="10"><circle cx="5" cy="5" r="4"/></svg>'


@pytest.fixture
def office(run: Run) -> Path:
    run("init", "office")
    (Path("office") / "images").mkdir()
    Path("office/images/crest.svg").write_text(CREST, "utf-8")
    return Path("office")


def style(office: Path, text: str) -> None:
    (office / "style.toml").write_text(text, "utf-8")


def test_mistakes_in_the_style_stop_every_command_before_it_writes(run: Run, office: Path) -> None:
    style(office, '[logo]\npicture = "../crest.svg"\n[paragraph.body]\nsize = -1\ncolor = "ink"\n')
    for command in (("check", "office"), ("brief", "2026-som6", "-w", "office")):
        done = run(*command)
        assert done.status == 1
        assert done.err.splitlines() == [
            "office/style.toml:2:11: `../crest.svg` is no picture: expected NAME.png, .jpg or .svg below images/",
            "office/style.toml:4:8: `size` cannot be `-1`: expected at least 1",
            "office/style.toml:5:1: unknown key `color`: did you mean `colour`?",
            "",
            "3 problems; nothing was written.",
        ]
    assert not Path("out").exists()


def test_the_look_is_in_every_format(run: Run, office: Path) -> None:
    style(office, '[logo]\npicture = "crest.svg"\n[page]\nwidth_mm = 200\n[colours]\nnavy = "#7A1F2B"\n')
    assert run("brief", "2026-som6", "-w", "office", "-l", "en").status == 0
    (page, *_) = pypdf.PdfReader("out/brief-2026-som6-en.pdf").pages
    assert round(float(page.mediabox.width) * 25.4 / 72) == 200
    made = docx.Document("out/brief-2026-som6-en.docx")
    assert round(made.sections[0].page_width.mm) == 200
    assert str(made.styles["Heading 2"].font.color.rgb) == "7A1F2B"
    assert len(made.inline_shapes) == 2  # the logo, and the chart of the plan at a glance


def test_a_letterhead_is_used_and_what_it_lacks_is_said_once(run: Run, office: Path) -> None:
    (office / "reference.docx").write_bytes(letterhead())
    done = run("brief", "2026-som6", "-w", "office", "-l", "en", "-f", "docx", "-f", "pdf")
    assert done.status == 0
    lines = done.err.splitlines()
    assert "warning: office/reference.docx: there is no style `Marking`: ours is used" in lines
    assert len(lines) == len(set(lines))
    header = docx.Document("out/brief-2026-som6-en.docx").sections[0].first_page_header
    assert "Internal — Lao PDR side only" in [each.text for each in header.paragraphs]


def test_check_says_everything_that_makes_a_letterhead_unfit(run: Run, office: Path) -> None:
    def unfit(document: Document) -> None:
        document.sections[0].left_margin = Mm(170)
        field = OxmlElement("w:fldSimple")
        field.set(qn("w:instr"), "INCLUDEPICTURE x")
        document.sections[0].footer.paragraphs[0]._p.append(field)

    (office / "reference.docx").write_bytes(letterhead(unfit))
    done = run("check", "office")
    assert done.status == 1
    assert done.err.splitlines() == [
        "office/reference.docx: its running head or foot has the field `INCLUDEPICTURE`, which leads out of the file: "
        "remove it in Word",
        "office/reference.docx: the paper and margins of this Word file leave hardly any room for text: "
        "set them in Word, and save it",
        "",
        "2 problems; nothing was written.",
    ]


def test_a_font_that_is_not_installed_is_a_warning_of_check_and_an_error_in_pdf_only(
    run: Run, office: Path
) -> None:
    style(office, '[fonts.scripts]\nLaoo = "Noto Sans Laos"\n')
    hint = "did you mean `Noto Sans Lao`? if not, install it, or choose another in style.toml"
    absent = f"the font `Noto Sans Laos` is not installed: {hint}"
    done = run("check", "office")
    assert done.status == 0
    assert done.err.splitlines()[0] == f"warning: office/style.toml:2:8: {absent}"
    done = run("brief", "2026-som6", "-w", "office", "-l", "en,lo", "-f", "pdf")
    assert (done.status, done.err.splitlines()[0]) == (1, absent)
    assert run("plan", "render", "-w", "office", "-l", "en,lo", "-f", "docx").status == 0


@pytest.mark.skipif(not font_file("Phetsarath OT", False, False), reason="Phetsarath OT is not installed")
def test_phetsarath_ot_is_used_where_it_is_installed_also_in_bold(run: Run, office: Path) -> None:
    style(office, '[fonts.scripts]\nLaoo = "Phetsarath OT"\n')
    assert "font" not in run("check", "office").err
    assert run("brief", "2026-som6", "-w", "office", "-l", "lo", "-f", "pdf", "-f", "docx").status == 0
    fonts = pypdf.PdfReader("out/brief-2026-som6-lo.pdf").pages[0]["/Resources"]["/Font"]
    names = {str(each.get_object()["/BaseFont"]).partition("+")[2] for each in fonts.values()}
    assert {"PhetsarathOT-Regular", "PhetsarathOT-Bold"} <= names
    assert not [name for name in names if name.startswith("NotoSansLao")]


def test_characters_that_no_font_has_are_errors_or_marks_with_a_warning(run: Run, office: Path) -> None:
    path = office / "meetings" / "2026-som6.yaml"
    text = path.read_text("utf-8")
    path.write_text(text.replace("Settle the calendar", "Settle 𓀀 the calendar", 1), "utf-8")
    command = ("brief", "2026-som6", "-w", "office", "-l", "en", "-f", "pdf")
    done = run(*command)
    assert done.status == 1
    line = text[: text.index("Settle the calendar")].count("\n") + 1
    place = f"office/meetings/2026-som6.yaml:{line}:"
    assert done.err.startswith(place)
    assert "no font has the character U+13000" in done.err
    done = run(*command, "--missing-glyphs", "warn")
    assert (done.status, done.out) == (0, "wrote out/brief-2026-som6-en.pdf\n")
    (warning,) = done.err.splitlines()
    assert warning.startswith(f"warning: {place}")
    assert "no font has the character U+13000" in warning
