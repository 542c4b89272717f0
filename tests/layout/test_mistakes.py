"""Mistakes in layouts: each with the layout's file, line and column, and the nearest name."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

import pytest

from planreports.errors import LayoutError
from planreports.i18n.text import Text


@dataclass(frozen=True)
class Meeting:
    title: Text
    place: Text | None = None

    def secret(self) -> str:
        return "never"


def problems_of(build, source: str, **layouts: str) -> list[str]:
    with pytest.raises(LayoutError) as caught:
        build(source, context={"meeting": Meeting(Text.of("A"))}, **layouts)
    return str(caught.value).splitlines()


@pytest.mark.parametrize(
    ("source", "problems"),
    [
        (
            "<section>\n<p>{{ meetin.title }}</p>\n</section>",
            ["layouts/test.jinja:2: unknown name `meetin`: did you mean `meeting`?"],
        ),
        (
            "<section>\n\n<p>{{ meeting.tilte }}</p></section>",
            ["layouts/test.jinja:3: unknown attribute `tilte`: did you mean `title`?"],
        ),
        (
            "<section>{% if meeting.tilte %}x{% endif %}</section>",
            ["layouts/test.jinja:1: unknown attribute `tilte`: did you mean `title`?"],
        ),
        (
            "<section>\n<p>{{ meeting.place }}</p></section>",
            ["layouts/test.jinja:2: an empty value cannot be printed; it has no words of its own"],
        ),
        (
            "<section>\n<p>{{ meeting }}</p></section>",
            ["layouts/test.jinja:2: a value of type Meeting cannot be printed; it has no words of its own"],
        ),
        (
            "<section>\n{% if %}\n</section>",
            ["layouts/test.jinja:2: Expected an expression, got 'end of statement block'"],
        ),
        (
            '<section>{% include "missing.jinja" %}</section>',
            ["there is no layout `missing.jinja`: did you mean `test.jinja`?"],
        ),
        (
            '<section><p lang="lo_LA">x</p></section>',
            ['layouts/test.jinja:1:10: lang="lo_LA" of <p>: expected a language\'s tag, such as en or lo'],
        ),
        ("<section>\n{{ 1 // 0 }}</section>", ["layouts/test.jinja:2: integer division or modulo by zero"]),
        (
            '<section>\n<p>{{ _("{n} of {total}", n=1) }}</p></section>',
            ["layouts/test.jinja:2: the message `{n} of {total}` has no value for {total}"],
        ),
    ],
)
def test_mistakes_in_jinja_have_their_line(build, source: str, problems: list[str]) -> None:
    assert problems_of(build, source) == problems


def test_mistakes_in_markup_are_all_reported_with_line_and_column(build) -> None:
    source = """<section class="potrait">
<p clas="x">a</p>
  <div>b</div>
<p class="qoute">c</p>
<ul>loose</ul>
{% for n in range(2) %}
  <p><a href="javascript:x">d</a></p>
{% endfor %}
<table><tbody><tr><td>1</td></tr><tr><td>1</td><td>2</td></tr></tbody></table>
</section>
"""
    markup = problems_of(build, source)
    assert markup == [
        'layouts/test.jinja:1:1: unknown class="potrait" of <section>: did you mean `portrait`?',
        "layouts/test.jinja:2:1: unknown attribute clas= of <p>: did you mean `class`?",
        "layouts/test.jinja:3:3: unknown element <div>",
        "layouts/test.jinja:5:1: words cannot stand in <ul>: “loose”: expected <li>",
    ]


def test_mistakes_in_classes_links_and_tables_have_their_place(build) -> None:
    source = """<section>
<p class="qoute">c</p>
{% for n in range(2) %}
  <p><a href="javascript:x">d</a></p>
{% endfor %}
<table><colgroup><col style="width: 3cm"></colgroup><tbody><tr><td>1</td><td colspan="0">2</td></tr></tbody></table>
<p><span class="page-number"></span></p>
</section>
"""
    assert problems_of(build, source) == [
        'layouts/test.jinja:2:1: unknown class "qoute" of <p>: did you mean `quote`?',
        'layouts/test.jinja:4:6: href="javascript:x" is no address: expected https://…, http://…, mailto:… or #id',
        'layouts/test.jinja:6:74: colspan="0" of <td>: expected a whole number from 1 to 1000',
        'layouts/test.jinja:6:18: style="width: 3cm" of <col>: expected width: 30mm or width: 20%',
        "layouts/test.jinja:6:60: this row fills 2 of the table's 1 columns: mend its cells or colspan",
        'layouts/test.jinja:7:4: class="page-number" stands in <header> and <footer> only',
    ]


def test_elements_that_are_not_closed_are_named_where_they_open(build) -> None:
    assert problems_of(build, "<section>\n<p>a\n</section>") == ["layouts/test.jinja:2:1: <p> is not closed"]
    assert problems_of(build, "<section><p>a</p></p></section>") == [
        "layouts/test.jinja:1:18: </p> closes nothing that is open"
    ]
    assert problems_of(build, "<p>a</p>") == [
        "layouts/test.jinja:1:1: <p> cannot stand in a layout outside its sections: expected <section>",
    ]
    assert problems_of(build, "") == ["layouts/test.jinja:1:1: the layout has no <section>"]


def test_a_mistake_in_a_macro_names_the_macros_file(build) -> None:
    source = '{% from "macros.jinja" import row %}<section>{{ row(1) }}</section>'
    macros = "{% macro row(n) %}\n<p>{{ n }}\n</p></p>\n{% endmacro %}"
    assert problems_of(build, source, macros=macros) == [
        "layouts/macros.jinja:3:5: </p> closes nothing that is open"
    ]
    macros = "{% macro row(n) %}\n\n<p>{{ m }}</p>\n{% endmacro %}"
    assert problems_of(build, source, macros=macros)[0].startswith("layouts/macros.jinja:3: unknown name `m`")


def test_a_layout_cannot_call_methods_nor_reach_the_interpreter(build) -> None:
    for expression in ("meeting.secret()", "meeting.__class__", "''.__class__.__mro__", "_.__globals__"):
        with pytest.raises(LayoutError):
            build(
                f"<section><p>{{{{ {expression} }}}}</p></section>",
                context={"meeting": Meeting(Text.of("A"))},
            )


def test_a_layout_cannot_load_from_outside_its_folders(build) -> None:
    with pytest.raises(LayoutError):
        build('{% include "../../etc/passwd" %}<section></section>')


def test_noncharacters_in_plain_values_are_refused(build) -> None:
    with pytest.raises(LayoutError, match=r"the character U\+FDD1 is not allowed in text"):
        build("<section><p>{{ evil }}</p></section>", context={"evil": "\ufdd10\ufdd2"})


def test_deep_nesting_is_refused(build) -> None:
    (problem,) = problems_of(build, "<section>" + "<p>" + "<em>" * 100)
    assert problem == "layouts/test.jinja:1:245: elements stand more than 60 deep in each other"


def test_headings_leave_out_no_level_and_have_words(build) -> None:
    assert problems_of(build, "<section>\n<h2>a</h2>\n<h4>b</h4>\n<h1> </h1></section>") == [
        "layouts/test.jinja:2:1: <h2> is the first heading: a level is left out: expected <h1>",
        "layouts/test.jinja:3:1: <h4> follows <h2>: a level is left out: expected <h3>",
        "layouts/test.jinja:4:1: <h1> has no words",
    ]


def test_a_list_without_words_is_left_out(build) -> None:
    document = build("<section><p>a</p><ul></ul><ol><li> </li></ol></section>")
    assert len(document.sections[0].blocks) == 1


@pytest.mark.parametrize(
    ("content", "problem"),
    [
        (
            b"<section>\n<p>caf\xe9</p></section>",
            "layouts/bad.jinja:2:7: this is not UTF-8: save the file as UTF-8",
        ),
        (
            b"<section>\n<p>a\x00b</p></section>",
            "layouts/bad.jinja:2:5: the control character U+0000 is not allowed: remove it",
        ),
    ],
)
def test_a_layout_is_utf_8_without_control_characters(
    build, tmp_path: Path, content: bytes, problem: str
) -> None:
    (tmp_path / "bad.jinja").write_bytes(content)
    assert problems_of(build, '{% include "bad.jinja" %}') == [problem]


@pytest.mark.parametrize(
    ("source", "problems"),
    [
        (
            "<section>\n<p</section>",
            [
                "layouts/test.jinja:2:1: the tag <p without its > cannot stand in a layout",
                "layouts/test.jinja:1:1: <section> is not closed",
            ],
        ),
        (
            "<section>\n<p>a</p</section>",
            [
                "layouts/test.jinja:2:5: the tag </p without its > cannot stand in a layout",
                "layouts/test.jinja:2:1: <p> is not closed",
                "layouts/test.jinja:1:1: <section> is not closed",
            ],
        ),
    ],
)
def test_a_tag_without_its_end_is_named_where_it_stands(build, source: str, problems: list[str]) -> None:
    assert problems_of(build, source) == problems


def test_a_chip_names_a_style_with_a_border(build) -> None:
    source = '<section>\n<p><span class="chip status-delaid">a</span> <span class="chip soft">b</span></p></section>'
    assert problems_of(build, source) == [
        'layouts/test.jinja:2:4: class="chip status-delaid" names no chip: did you mean `status-delayed`?',
        'layouts/test.jinja:2:46: class="chip soft" names no chip: expected `status-completed`, '
        "`status-delayed`, `status-discontinued`, `status-no-report`, `status-not-started` or `status-on-track`",
    ]
