"""House styles: what differs is laid over the shipped look, and every mistake has its place and its file."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

import planreports
from planreports.document.styles import LogoStyle, Stylesheet
from planreports.document.stylesheets import load_house_style, load_stylesheet
from planreports.errors import DataError
from planreports.files.resources import resource
from planreports.files.toml_source import read_toml

SHIPPED = resource("templates", "style.toml")


def house_style(folder: Path, text: str, layouts: str = "") -> Stylesheet:
    path = folder / "style.toml"
    path.write_text(text, "utf-8")
    return load_house_style(SHIPPED, read_toml(path, "style.toml"), layouts, ("en", "lo"))


def problems(folder: Path, text: str) -> list[str]:
    with pytest.raises(DataError) as caught:
        house_style(folder, text)
    return str(caught.value).splitlines()


def test_a_house_style_says_only_what_differs(tmp_path: Path) -> None:
    shipped = load_stylesheet(SHIPPED)
    own = house_style(tmp_path, "[page]\nmargins = { left = 30 }\n[paragraph.body]\nsize = 12\n")
    assert own.page.margins.left == 30
    assert own.page.margins.right == shipped.page.margins.right
    assert own.paragraph["body"] == shipped.paragraph["body"].model_copy(update={"size": 12})
    assert own.paragraph["heading-1"] == shipped.paragraph["heading-1"]
    assert own.colours == shipped.colours


def test_lists_are_replaced_as_a_whole(tmp_path: Path) -> None:
    own = house_style(tmp_path, '[fonts]\nfallback = ["Noto Serif Lao"]\n')
    assert own.fonts.fallback == ("Noto Serif Lao",)
    assert own.fonts.scripts["Laoo"] == "Noto Sans Lao"


def test_a_colour_that_is_changed_changes_wherever_it_is_named(tmp_path: Path) -> None:
    own = house_style(tmp_path, '[colours]\nnavy = "#7A1F2B"\n')
    assert own.colour(own.paragraph["heading-2"].colour) == "#7A1F2B"


def test_a_rule_of_no_width_is_no_rule(tmp_path: Path) -> None:
    own = house_style(tmp_path, "[table.plain]\nrule_row = { width = 0 }\n")
    assert own.table["plain"].rule_row is None
    assert own.table["plain"].rule_head is not None


def test_new_styles_may_be_added_and_named(tmp_path: Path) -> None:
    text = """
[colours]
gold = "#B8860B"
[paragraph.remark]
size = 8
colour = "gold"
[aside.remark]
paragraph = "remark"
[inline.loud]
bold = true
[table.ledger]
body = "remark"
[row.total]
fill = "gold"
[cell.narrow]
align = "right"
"""
    own = house_style(tmp_path, text)
    assert own.paragraph["remark"].size == 8
    assert {own.aside["remark"].paragraph, own.table["ledger"].body} == {"remark"}
    assert own.inline["loud"].bold
    assert own.row["total"].fill == "gold"
    assert own.cell["narrow"].align == "right"


def test_word_breaks_and_the_logo_are_read(tmp_path: Path) -> None:
    own = house_style(tmp_path, 'word-breaks = "zwsp"\n[logo]\npicture = "a.png"\nwidth_mm = 17.5\n')
    assert own.word_breaks == "zwsp"
    assert own.logo == LogoStyle(picture="a.png", width_mm=17.5)
    assert own.logo.width == "17.5mm"
    assert (load_stylesheet(SHIPPED).word_breaks, load_stylesheet(SHIPPED).logo) == ("none", None)


def test_every_mistake_is_reported_at_once_with_its_place_and_the_nearest_match(tmp_path: Path) -> None:
    text = """word-breaks = "zwps"
[page]
margins = { top = -5 }
[logo]
width = 20
[fonts.scripts]
Laos = "Phetsarath OT"
Latn = "../Noto"
[colours]
navi = "#1F3A5"
[paragraph.boddy]
size = 10
[paragraph.body]
sise = 12
colour = "nawy"
[paragraph.heading-1]
variants = { la = { size = 3 } }
[paragraph.Bad_Name]
size = 3
[paragraph.heading1]
size = 3
[table.plain]
head = "table-hed"
padding_vertical = "wide"
[languages.lo]
line_height = 2
"""
    assert problems(tmp_path, text) == [
        "style.toml:1:15: unknown word-breaks `zwps`: did you mean `zwsp`?",
        "style.toml:3:11: `top` cannot be `-5`: expected at least 0",
        "style.toml:4:2: the key `picture` is missing",
        "style.toml:5:1: unknown key `width`: did you mean `width_mm`?",
        "style.toml:7:1: unknown script `Laos`: did you mean `Laoo`?",
        "style.toml:8:8: `Latn` cannot be `../Noto`: expected a font family's name such as Phetsarath OT",
        "style.toml:10:1: nothing uses the colour `navi`: did you mean `navy`?",
        "style.toml:10:8: `navi` cannot be `#1F3A5`: expected a colour such as #1F3A5F",
        "style.toml:11:2: nothing uses the paragraph style `boddy`: did you mean `body`?",
        "style.toml:14:1: unknown key `sise`: did you mean `size`?",
        "style.toml:15:10: unknown colour `nawy`: did you mean `navy`?",
        "style.toml:17:12: unknown language `la`: expected `en` or `lo`",
        "style.toml:18:2: `Bad_Name` cannot be a name here: expected lower-case letters and digits, "
        "joined by hyphens, such as table-head",
        "style.toml:20:2: nothing uses the paragraph style `heading1`: did you mean `heading-1`?",
        "style.toml:20:2: the names `heading-1` and `heading1` differ in hyphens only: choose another name",
        "style.toml:23:8: unknown head `table-hed`: did you mean `table-head`?",
        "style.toml:24:20: `padding_vertical` is `wide`: expected a number",
        "style.toml:25:2: unknown key `languages`: did you mean `language`?",
    ]


def test_a_new_name_like_a_shipped_one_is_right_where_a_layout_uses_it(tmp_path: Path) -> None:
    own = house_style(tmp_path, "[paragraph.quotes]\nsize = 8\n", '<p class="quotes">x</p>')
    assert own.paragraph["quotes"].size == 8


def test_margins_leave_room_for_text(tmp_path: Path) -> None:
    assert problems(tmp_path, "[page]\nmargins = { left = 100, right = 90 }\n") == [
        "style.toml:2:11: the margins leave 20 mm of 210 for text: expected at least 60 mm"
    ]


def test_a_control_character_written_as_an_escape_is_refused(tmp_path: Path) -> None:
    assert problems(tmp_path, '[list]\nbullet = "\\u0007"\n') == [
        "style.toml:2:10: the control character U+0007 is not allowed: remove it"
    ]


def test_the_style_file_of_a_new_workspace_changes_nothing_and_explains_values_that_are_right(
    tmp_path: Path,
) -> None:
    path = resource("examples", "workspace", "style.toml")
    assert planreports.open_workspace(path.parent).stylesheet == load_stylesheet(SHIPPED)
    lines = path.read_text("utf-8").splitlines()[1:]
    settings = [line[2:] for line in lines if re.match(r"# (\[|[a-zA-Z_-]+ = )", line)]
    assert len(settings) > 40
    shown = house_style(tmp_path, "\n".join(settings))
    shipped = load_stylesheet(SHIPPED)
    assert shown.logo == LogoStyle(picture="logo.svg")
    assert shown.model_copy(update={"logo": None}) == shipped


@pytest.mark.parametrize(
    ("kind", "name"),
    [
        ("paragraph", "body-text"),
        ("paragraph", "normal"),
        ("paragraph", "list-bullet-2"),
        ("paragraph", "heading-5"),
        ("paragraph", "table-plain"),
        ("paragraph", "inline-link"),
        ("table", "normal"),
    ],
)
def test_a_name_that_is_another_styles_in_word_is_refused(tmp_path: Path, kind: str, name: str) -> None:
    message = f"the {kind} style `{name}` has a name that Word keeps for another style: choose another name"
    assert f"style.toml:1:2: {message}" in problems(tmp_path, f"[{kind}.{name}]\n")


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("[paragraph.body]\nsize = 0\n", "style.toml:2:8: `size` cannot be `0`: expected at least 1"),
        ("[paragraph.body]\nsize = 900\n", "style.toml:2:8: `size` cannot be `900`: expected at most 200"),
        ("[paragraph.body]\nsize = nan\n", "style.toml:2:8: `size` cannot be `nan`: expected at most 200"),
        (
            "[page]\nwidth_mm = 1e9\n",
            "style.toml:2:12: `width_mm` cannot be `1000000000.0`: expected at most 1200",
        ),
    ],
)
def test_measures_that_no_page_can_have_are_refused(tmp_path: Path, text: str, message: str) -> None:
    assert problems(tmp_path, text) == [message]
