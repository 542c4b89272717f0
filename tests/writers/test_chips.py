"""Words in a frame: real text, on one line, told apart without colour."""

from __future__ import annotations

import io

import pypdf
import pytest

from planreports.document.nodes import Block, Paragraph, Run
from planreports.writers.pdf import write
from tests.writers.docx.reading import W, part, style, value, word, words
from tests.writers.html.reading import page
from tests.writers.trees import AT, BREAKER, READERS, STYLESHEET, boxes, document, lines, table

COMPLETED = Run("✓ Completed on time", "en", "status-completed")
FRAME = " c h S Q EMC"


def chips(*runs: Run, style: str = "body") -> Paragraph:
    return Paragraph(runs, "en", style, AT)


def pdf(*blocks: Block) -> bytes:
    return write(document(*blocks), STYLESHEET, BREAKER)


def content(data: bytes) -> str:
    return "".join(
        page.get_contents().get_data().decode() for page in pypdf.PdfReader(io.BytesIO(data)).pages
    )


def contrast(colour: str) -> float:
    """Return a colour's contrast to white (WCAG 2.2, 1.4.3)."""
    parts = [int(colour[place : place + 2], 16) / 255 for place in (1, 3, 5)]
    red, green, blue = (
        each / 12.92 if each <= 0.04045 else ((each + 0.055) / 1.055) ** 2.4 for each in parts
    )
    return 1.05 / (0.2126 * red + 0.7152 * green + 0.0722 * blue + 0.05)


@pytest.mark.parametrize("name", sorted(name for name, style in STYLESHEET.inline.items() if style.border))
def test_words_of_a_chip_can_be_read_on_white(name: str) -> None:
    assert contrast(STYLESHEET.colour(STYLESHEET.inline[name].colour or "ink")) >= 4.5


def test_a_chip_has_a_frame_and_its_words_are_text() -> None:
    data = pdf(chips(Run("Status: ", "en"), COMPLETED, Run(" so far", "en")))
    assert content(data).count(FRAME) == 1
    assert all("✓ Completed on time" in read(data) for read in READERS.values())


def test_a_chip_is_never_parted_between_lines() -> None:
    for count in range(12, 20):
        data = pdf(chips(Run("word " * count, "en"), COMPLETED, Run(" end", "en")))
        assert any("✓ Completed on time" in line for line in lines(data))
        assert content(data).count(FRAME) == 1


def test_a_chip_in_a_cell_is_as_wide_as_its_column_asks() -> None:
    data = pdf(table(["A", "B"], [chips(COMPLETED, style="status"), "word " * 300]))
    assert any("✓ Completed on time" in line for line in lines(data))


def test_chips_of_two_styles_have_a_frame_each_and_one_of_two_languages_has_one() -> None:
    assert content(pdf(chips(COMPLETED, Run("○ None", "en", "status-no-report")))).count(FRAME) == 2
    mixed = chips(COMPLETED, Run(" ສຳເລັດ", "lo", "status-completed"))
    assert content(pdf(mixed)).count(FRAME) == 1
    assert page(mixed).body.count('class="i-status-completed"') == 1


def test_what_was_given_up_has_lines_behind_its_words() -> None:
    given_up = chips(Run("✕ Discontinued", "en", "status-discontinued"))
    assert " W n " in content(pdf(given_up))
    assert " W n " not in content(pdf(chips(COMPLETED)))
    assert "repeating-linear-gradient" in page(given_up).css


def test_word_frames_the_words_and_takes_a_font_that_has_the_sign() -> None:
    data = word(chips(COMPLETED))
    runs = [(words(run), value(run, "rPr/rFonts", "ascii")) for run in part(data).iter(f"{W}r")]
    assert runs == [
        ("\u202f", None),
        ("✓", "Segoe UI Symbol"),
        ("\u00a0Completed\u00a0on\u00a0time\u202f", None),
    ]
    frame = style(data, "InlineStatusCompleted").find(f"{W}rPr/{W}bdr")
    assert (frame.get(f"{W}val"), frame.get(f"{W}sz"), frame.get(f"{W}color")) == ("single", "6", "2563A8")


def test_html_keeps_the_words_on_one_line() -> None:
    made = page(chips(COMPLETED))
    assert '<span class="i-status-completed">✓ Completed on time</span>' in made.body
    assert "white-space:nowrap" in made.css


def test_words_after_a_chip_stand_after_its_frame_whoever_draws_them() -> None:
    data = pdf(chips(COMPLETED, Run(" end", "en")))
    (_, _, _, right, _), (_, left, _, _, _) = boxes(data, "time")[0], boxes(data, "end")[0]
    assert left - right > STYLESHEET.inline["status-completed"].padding
