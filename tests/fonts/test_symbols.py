"""The font of signs is the one that its module draws, and holds what documents need."""

from __future__ import annotations

from planreports.files.resources import resource
from planreports.fonts.drawing import symbols_font
from planreports.writers.pdf.fonts import FontKey, FontLibrary


def test_the_file_is_what_the_module_draws() -> None:
    assert resource("fonts", "PlanreportsSymbols.ttf").read_bytes() == symbols_font()


def test_signs_of_statuses_and_boxes_are_there_whatever_the_machine_has() -> None:
    face = FontLibrary().face(FontKey("Planreports Symbols", bold=True))
    assert face.covers("✓✕✗●○◐◑◇◆⊘▲△▼▽■□☐☑☒▨")
