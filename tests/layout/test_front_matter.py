"""Front matter declares a layout's options: typed, with defaults; every mistake in it has its place."""

from __future__ import annotations

import datetime

import pytest

from planreports.errors import PlanReportsError
from planreports.i18n.text import Text
from planreports.layout.front_matter import parse_front_matter
from planreports.layout.options import option_values

HEAD = """{#---
about: {en: A short form}
options:
  with_annex:
    type: yes or no
    default: yes
    help: {en: Print the annex, lo: ພິມເອກະສານຊ້ອນທ້າຍ}
  depth: {type: whole number, default: 3}
  share: {type: number, default: 2.5}
  since: {type: date, default: 2026-03-05}
  order: {type: choice, choices: [area, agency], default: area}
  note: {type: text, default: Joint edition}
  remark: {type: text}
  signed: {type: yes or no}
---#}
"""


def read(source: str):
    return parse_front_matter(source, "layouts/brief.html.jinja")


def values(source: str, **asked: object) -> dict[str, object]:
    found = option_values(read(source), asked)
    return {name: getattr(found, name) for name in found}


def problems(source: str, **asked: object) -> list[str]:
    with pytest.raises(PlanReportsError) as caught:
        values(source, **asked)
    return str(caught.value).splitlines()


def test_options_have_their_types_and_defaults() -> None:
    assert values(HEAD + "<section></section>") == {
        "with_annex": True,
        "depth": 3,
        "share": 2.5,
        "since": datetime.date(2026, 3, 5),
        "order": "area",
        "note": "Joint edition",
        "remark": None,
        "signed": False,
    }
    assert str(read(HEAD).matter.options["with_annex"].help) == "Print the annex"


def test_what_was_asked_for_wins_as_a_value_or_as_words() -> None:
    day, words = datetime.date(2026, 1, 2), Text.from_mapping({"en": "Note", "lo": "ໝາຍເຫດ"})
    for asked in (
        {"with_annex": False, "depth": -4, "share": 1, "since": day, "order": "agency"},
        {"with_annex": "no", "depth": "-4", "share": "1", "since": "2026-01-02", "order": "agency"},
    ):
        found = values(HEAD, **asked, note={"en": "Note", "lo": "ໝາຍເຫດ"}, remark="<b>{{ 7 * 7 }}</b>")
        assert [found[name] for name in asked] == [False, -4, 1.0, day, "agency"]
        assert (found["note"], found["remark"]) == (words, "<b>{{ 7 * 7 }}</b>")


def test_values_of_another_type_and_unknown_names_are_all_reported() -> None:
    name = "layouts/brief.html.jinja"
    assert problems(
        HEAD,
        with_anex=True,
        with_annex="perhaps",
        depth=2.5,
        share=float("nan"),
        since="2026-02-30",
        order="aera",
        note="a\x07",
        remark=["a"],
        signed=1,
    ) == [
        f"the layout {name} has no option `with_anex`: did you mean `with_annex`?",
        f"the option `with_annex` of the layout {name} cannot be `perhaps`: expected yes or no",
        f"the option `depth` of the layout {name} cannot be `2.5`: expected a whole number such as 12",
        f"the option `share` of the layout {name} cannot be `nan`: expected a number such as 2.5",
        f"the option `since` of the layout {name} cannot be `2026-02-30`: expected a day such as 2026-10-22",
        f"the option `order` of the layout {name} cannot be `aera`: did you mean `area`?",
        f"the option `note` of the layout {name} cannot be `a\x07`: the control character U+0007 is not allowed: remove it",
        f"the option `remark` of the layout {name} cannot be a list: expected words, at most 2,000 characters",
        f"the option `signed` of the layout {name} cannot be `1`: expected yes or no",
    ]
    assert problems("<section></section>", depth=1) == [
        f"the layout {name} has no option `depth`: it has none"
    ]


@pytest.mark.parametrize(
    ("source", "expected"),
    [
        (
            "{#---\noptions:\n  depth: {typ: number}\n---#}\n",
            [
                "3:10: the key `type` is missing",
                "3:11: unknown key `typ`: did you mean `type`?",
            ],
        ),
        (
            "{#---\noptions:\n  depth:\n    type: whole numbr\n---#}\n",
            ["4:11: unknown type `whole numbr`: did you mean `whole number`?"],
        ),
        (
            "{#---\noptions:\n  Depth: {type: number}\n---#}\n",
            [
                "3:3: `Depth` cannot be a name here: expected lower-case letters and digits, joined by underscores, such as with_annex"
            ],
        ),
        (
            "{#---\noptions:\n  depth:\n    type: number\n    default: many\n---#}\n",
            ["5:14: the default of `depth` cannot be `many`: expected a number such as 2.5"],
        ),
        (
            "{#---\noptions:\n  order: {type: choice, choices: [area]}\n  depth: {type: number, choices: [a, b]}\n---#}\n",
            [
                "3:17: the option `order` has nothing to choose from: expected choices: [one, another]",
                "4:25: the option `depth` is no choice: expected type: choice",
            ],
        ),
        ("{#---\noptions:\n  a: [\n---#}\n", ["4:1: this is not YAML: did not find expected node content (while parsing a flow node)"]),
        ("{#---\nabout: a\n", ["1:1: the front matter has no end: expected {#---, lines of YAML, and a line ---#}"]),
        ("{#---\nabout: {en: a #}\n---#}\n", ["2:15: #} ends the front matter here: put a space between"]),
        ("{#---\noptions: &a {}\nabout: *a\n---#}", ["2:10: anchors are not read: `&a`", "3:8: aliases are not read: `*a`"]),
        ("{#---\n- a\n---#}", ["2:1: `value` is a list: expected a mapping of keys"]),
    ],
)  # fmt: skip
def test_mistakes_in_front_matter_have_line_and_column(source: str, expected: list[str]) -> None:
    assert problems(source) == [f"layouts/brief.html.jinja:{each}" for each in expected]


def test_a_layout_without_front_matter_or_with_an_empty_one_has_no_options() -> None:
    for source in ("<section></section>", "{# a comment #}\n", "{#---\n---#}\n", "{#---\n\n---#}"):
        assert values(source) == {}


def test_front_matter_is_no_part_of_what_is_rendered_and_lines_stay(build) -> None:
    source = HEAD + "<section><p>a</p>\n{{ optons.depth }}</section>"
    with pytest.raises(PlanReportsError) as caught:
        build(source, context={"options": option_values(read(source), {})})
    assert str(caught.value) == "layouts/test.jinja:17: unknown name `optons`: did you mean `options`?"


def test_an_option_that_is_not_declared_is_a_mistake_with_the_nearest(build) -> None:
    context = {"options": option_values(read(HEAD), {})}
    with pytest.raises(PlanReportsError) as caught:
        build("<section>\n{{ options.dept }}</section>", context=context)
    assert str(caught.value) == "layouts/test.jinja:2: unknown attribute `dept`: did you mean `depth`?"


@pytest.mark.parametrize(
    "words", ["<b>{{ 7 * 7 }}</b>", "&lt;{% raw %}", "--> <script>", "{#---", '" onload="x']
)
def test_an_options_words_never_become_markup_or_template(build, words: str) -> None:
    context = {"options": option_values(read(HEAD), {"note": words, "remark": {"en": words}})}
    document = build(
        "<section><p>{{ options.note }}</p><p>{{ options.remark }}</p></section>", context=context
    )
    for block in document.sections[0].blocks:
        assert "".join(run.text for run in block.inlines) == words
