"""A layout reads data and loops a while: it cannot run for ever, ask the clock, or make words markup."""

from __future__ import annotations

import datetime
from dataclasses import dataclass

import pytest

from planreports.errors import LayoutError
from planreports.i18n.text import Text


@dataclass(frozen=True)
class Meeting:
    title: Text
    number: str
    date: datetime.date


MEETING = Meeting(
    Text.from_mapping({"en": "Water", "lo": "ນ້ຳ"}), "<b>{{ 7 * 7 }}</b>", datetime.date(2026, 10, 22)
)


def made(build, body: str) -> list[str]:
    document = build(f"<section>{body}</section>", "en", context={"meeting": MEETING})
    return ["".join(each.text for each in block.inlines) for block in document.sections[0].blocks]


@pytest.mark.parametrize(
    ("body", "message"),
    [
        ("{{ 'a' * 10**10 }}", "only numbers can be multiplied"),
        ("{{ [1] * 1000000000 }}", "only numbers can be multiplied"),
        ("{{ 10 ** 1000000000 }}", "a number is too large"),
        (
            "{% set n = namespace(x=2) %}{% for i in range(99) %}{% set n.x = n.x * n.x %}{% endfor %}",
            "a number is too large",
        ),
        (
            "{% set n = namespace(x='a') %}{% for i in range(99) %}{% set n.x = n.x ~ n.x %}{% endfor %}",
            "a value is longer than 1,000,000 characters",
        ),
        (
            "{% set n = namespace(x='a') %}{% for i in range(99) %}{% set n.x = n.x + n.x %}{% endfor %}",
            "a value is longer than 1,000,000 characters",
        ),
        (
            "{% set n = namespace(x='a') %}{% for i in range(99) %}{% set n.x %}{{ n.x }}{{ n.x }}{% endset %}{% endfor %}",
            "a value is longer than 50,000,000 characters",
        ),
        (
            "{% for i in range(99999) %}{% for j in range(99999) %}{% endfor %}{% endfor %}",
            "loops and macros take more than 500,000 turns",
        ),
        (
            "{% macro m(n) %}{% if n %}{{ m(n - 1) }}{{ m(n - 1) }}{% endif %}{% endmacro %}{{ m(60) }}",
            "loops and macros take more than 500,000 turns",
        ),
        ("{{ '%999999999d' % 1 }}", 'words are filled in with _("… {name} …", name=…)'),
        ("{{ '{:>999999999}'.format(1) }}", "access to attribute 'format' of 'str' object is unsafe."),
        ("{{ 'a'.rjust(999999999) }}", "access to attribute 'rjust' of 'str' object is unsafe."),
        ("{{ meeting.date.today() }}", "access to attribute 'today' of 'date' object is unsafe."),
        ("{{ 'a' | center(999999999) }}", "No filter named 'center'."),
        ("{{ [1, 2] | random }}", "No filter named 'random'."),
        ("{{ meeting.number | safe }}", "No filter named 'safe'."),
        ("{{ '\\ufdd1999\\ufdd2' }}", "the character U+FDD1 is not allowed"),
        ("{{ meeting.title ~ '.' }}", "a text cannot be joined with ~: print one after the other"),
        ("{{ meeting.title + '.' }}", "a text cannot be added to: print one after the other"),
        (
            "{{ meeting.title | upper }}",
            "`upper` would leave one language of a text: print the text itself",
        ),
        (
            "{{ [meeting.title] | join(', ') }}",
            "`join` would leave one language of a text: print the text itself",
        ),
    ],
)
def test_what_a_layout_cannot_do_is_said_with_its_line(build, body: str, message: str) -> None:
    with pytest.raises(LayoutError) as caught:
        made(build, f"\n<p>{body}</p>")
    assert str(caught.value) == f"layouts/test.jinja:2: {message}"


def test_words_are_escaped_whatever_a_layout_has_set(build) -> None:
    body = "{% autoescape false %}<p>{{ meeting.number }}</p><p>{{ '<' ~ meeting.number }}</p>{% endautoescape %}"
    assert made(build, body) == [MEETING.number, f"<{MEETING.number}"]


def test_ordinary_layouts_need_nothing_else(build) -> None:
    body = (
        "{% for n in range(3) %}{% if not loop.last %}<p>{{ n + 1 }}/{{ (n + 1) * 2 ** 2 }} {{ 'a-b'.split('-') | join('+') | upper }}</p>"
        "{% endif %}{% endfor %}<p>{{ meeting.date.isoformat() }} {{ [3, 1, 2] | sort | first }} {{ 'a' ~ 1 ~ 'b' }}</p>"
    )
    assert made(build, body) == ["1/4 A+B", "2/8 A+B", "2026-10-22 1 a1b"]
