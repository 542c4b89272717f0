"""Front matter, options and pieces that mean harm: refused in a line with its place, or printed as they are."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

import pytest

import planreports
from planreports.errors import LayoutError
from planreports.files.resources import resource
from planreports.i18n.catalogs import Catalogs
from planreports.layout.environment import LayoutRenderer
from planreports.layout.folders import LayoutFolder, find_layout
from planreports.layout.front_matter import parse_front_matter, read_front_matter
from planreports.layout.markup import parse_markup
from planreports.layout.options import option_values
from planreports.layout.rendition import LanguageChoice
from planreports.workspace.example import make_workspace
from planreports.writers import FORMATS
from tests.hostile.meetings import everything_in

HARM = "<script>alert(1)</script>{{ 7 * 7 }}{% raw %}{#--- ---#}]]>&amp;\"'=cmd|' /C calc'!A0"
"""Words that mean something to HTML, Jinja, XML, or a spreadsheet."""

HEAD = "{#---\noptions:\n  note: {type: text}\n  order: {type: choice, choices: [a, b]}\n---#}\n"


@dataclass(frozen=True)
class Status:
    style: str
    symbol: str
    label: str


@pytest.fixture
def office(tmp_path: Path) -> planreports.Workspace:
    make_workspace(tmp_path / "office")
    layouts = tmp_path / "office" / "layouts"
    layouts.mkdir()
    source = HEAD + '<section><h1>T</h1>\n<p>{{ options.note or "-" }}</p>'
    source += '<table><thead><tr><th scope="col">A</th></tr></thead><tbody><tr>'
    source += "<td>{{ options.note or 1 }}</td></tr></tbody></table></section>"
    (layouts / "brief.html.jinja").write_text(source, "utf-8")
    return planreports.open_workspace(tmp_path / "office")


@pytest.mark.parametrize("format_", FORMATS)
@pytest.mark.parametrize("note", [HARM, {"en": HARM, "lo": HARM}])
def test_an_options_words_are_printed_as_they_are_in_every_format(
    office: planreports.Workspace, format_: str, note: object
) -> None:
    data = planreports.render(
        office, "brief", meeting="2026-som6", format=format_, languages=["en"], layout_options={"note": note}
    )
    if format_ == "html":
        assert b"<script>alert" not in data
    found = everything_in(data)
    assert "{{ 7 * 7 }}{% raw %}{#--- ---#}" in found.replace("\n", " ") or format_ == "pdf"
    assert "49{% raw" not in found


@pytest.mark.parametrize(
    ("given", "expected"),
    [
        ({"note": "a\x00b"}, "the control character U+0000 is not allowed: remove it"),
        ({"note": "\ufdd11\ufdd2"}, "the character U+FDD1 is not allowed: remove it"),
        ({"note": "a" * 2001}, "expected words, at most 2,000 characters"),
        ({"note": {"en": {"en": "a"}}}, "expected words, at most 2,000 characters"),
        ({"order": "__class__"}, "expected `a` or `b`"),
        ({"order": ["a"]}, "expected `a` or `b`"),
        ({"__class__": "a"}, "expected `note` or `order`"),
    ],
)
def test_values_that_no_document_holds_are_refused(
    office: planreports.Workspace, given: dict[str, object], expected: str
) -> None:
    with pytest.raises(LayoutError) as caught:
        planreports.render(office, "brief", meeting="2026-som6", layout_options=given)
    assert str(caught.value).endswith(expected)


@pytest.mark.parametrize(
    ("yaml", "problem"),
    [
        ("options: {a: &a [x], b: *a}\n", "2:14: anchors are not read: `&a`"),
        ("options: !!python/object:os.system {}\n", "2:10: tags are not read: `tag:yaml.org,2002:python/object:os.system`"),
        ("options: " + "[" * 60 + "]" * 60 + "\n", "2:59: lists and mappings stand more than 50 deep"),
        ("options: {__class__: {type: text}}\n", "2:11: `__class__` cannot be a name here: expected lower-case letters and digits, joined by underscores, such as with_annex"),
        ("about: \"\\u202e a\"\n", "2:8: the character U+202E RIGHT-TO-LEFT OVERRIDE is not ended: remove it, or end it with U+202C"),
        ("---\nabout: a\n---\nabout: b\n", "4:1: a second document begins here; a file holds one"),
    ],
)  # fmt: skip
def test_front_matter_that_means_harm_is_refused_in_a_line(yaml: str, problem: str) -> None:
    with pytest.raises(planreports.PlanReportsError) as caught:
        parse_front_matter(f"{{#---\n{yaml}---#}}\n<section></section>", "layouts/x")
    assert str(caught.value).splitlines()[0] == f"layouts/x:{problem}"


@pytest.mark.parametrize(
    "expression",
    [
        "options.__class__",
        "options._values",
        "options.__iter__()",
        "options.note.__class__",
        "options.note.format()",
    ],
)
def test_a_layout_reaches_nothing_through_its_options(office: planreports.Workspace, expression: str) -> None:
    layout = office.folder / "layouts" / "brief.html.jinja"
    layout.write_text(HEAD + f"<section><h1>T</h1>\n<p>{{{{ {expression} }}}}</p></section>", "utf-8")
    with pytest.raises(LayoutError) as caught:
        planreports.render(office, "brief", meeting="2026-som6", layout_options={"note": "a"})
    assert str(caught.value).startswith("layouts/brief.html.jinja:7: ")


@pytest.mark.parametrize(
    "name", ["../planreports.toml", "/etc/passwd", "..", "", "a\x00b", "a" * 300, "layouts/"]
)
def test_a_layouts_name_leads_nowhere_but_to_a_layout(office: planreports.Workspace, name: str) -> None:
    with pytest.raises(LayoutError, match="there is no layout `"):
        find_layout(name, (LayoutFolder(office.folder / "layouts", "layouts"),))


@pytest.mark.parametrize(
    "call",
    [
        "heading(harm)",
        "heading(harm, id=harm)",
        "fact(harm, harm)",
        "points(harm, (harm, harm))",
        "commitment_card(harm, harm, harm, harm, bad, harm, ((harm, harm),), harm)",
        "status(bad)",
        "signatures((harm,))",
    ],
)
def test_a_pieces_data_never_becomes_markup(tmp_path: Path, call: str) -> None:
    body = f"{{{{ {call} }}}}"
    if call.startswith("fact"):
        body = f"<table><tbody>{body}</tbody></table>"
    if call.startswith("status"):
        body = f"<p>{body}</p>"
    source = (
        '{% from "_macros.html.jinja" import commitment_card, fact, heading, points, signatures, status %}'
        f"<section>{body}</section>"
    )
    (tmp_path / "x.html.jinja").write_text(source, "utf-8")
    folders = (LayoutFolder(tmp_path, "layouts"), LayoutFolder(resource("templates"), "templates"))
    renderer = LayoutRenderer(folders, Catalogs({}), LanguageChoice())
    bad = Status('x" lang="lo', HARM, HARM)
    markup = renderer.render("x.html.jinja", {"harm": HARM, "bad": bad})
    assert "<script" not in markup.source
    assert ">49" not in markup.source
    assert "script" not in {
        element.name for section in parse_markup(markup).sections for element in section.elements()
    }


def test_a_large_layout_is_refused_before_it_is_read(tmp_path: Path) -> None:
    path = tmp_path / "x.html.jinja"
    path.write_bytes(b"{#---\n" + b"#" * 5_000_000)
    with pytest.raises(LayoutError, match="the file has 5,000,006 bytes; at most 1,000,000 are read"):
        read_front_matter(find_layout("x", (LayoutFolder(tmp_path, "layouts"),)))


def test_defaults_are_judged_as_what_is_asked_for_is() -> None:
    source = "{#---\noptions:\n  order: {type: choice, choices: [a, b], default: __class__}\n---#}\n"
    with pytest.raises(LayoutError) as caught:
        option_values(parse_front_matter(source, "layouts/x"), {})
    assert (
        str(caught.value)
        == "layouts/x:3:51: the default of `order` cannot be `__class__`: expected `a` or `b`"
    )
