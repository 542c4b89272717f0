"""The pieces that layouts share: what a layout gets by calling one, and what one cannot be made to do."""

from __future__ import annotations

import datetime

from planreports.document.nodes import Heading, Table
from planreports.files.resources import resource
from planreports.i18n.text import Text, TranslationState

MACROS = resource("templates", "_macros.html.jinja").read_text("utf-8")
WORDS = Text.of("Supply <b>{{ 7 * 7 }}</b>").translated("lo", "ໄຟຟ້າ", TranslationState.DRAFT)


def made(build, body: str, *languages: str):
    source = '{% from "_macros.html.jinja" import commitment_card, heading, signatures %}'
    document = build(
        f"{source}<section>{body}</section>",
        *languages,
        context={"words": WORDS, "day": datetime.date(2026, 8, 31), "role": Text.of("Prepared by")},
        **{"_macros.html": MACROS},
    )
    return document.sections[0].blocks


def words(block) -> str:
    return "".join(getattr(each, "text", "") for each in block.inlines)


def cells(table: Table) -> list[list[str]]:
    return [[" / ".join(map(words, cell.blocks)) for cell in row.cells] for row in table.body]


def test_headings_that_share_a_counter_are_numbered(build) -> None:
    body = (
        "<h1>t</h1>{% set number = namespace(value=0) %}{{ heading(words, number) }}{{ heading(words, number) }}"
        '{{ heading(words, id="end") }}'
    )
    first, second, third = made(build, body)[1:]
    assert [words(each) for each in (first, second, third)] == [
        "1\u2002Supply <b>{{ 7 * 7 }}</b>",
        "2\u2002Supply <b>{{ 7 * 7 }}</b>",
        "Supply <b>{{ 7 * 7 }}</b>",
    ]
    assert isinstance(third, Heading)
    assert third.anchor == "end"


def test_a_commitment_card_holds_what_it_is_given_and_no_more(build) -> None:
    (table,) = made(build, '{{ commitment_card("2.2.1b", words, "2 (2)") }}')
    assert cells(table) == [["2 (2) 2.2.1b Supply <b>{{ 7 * 7 }}</b>"]]
    body = '<h1>t</h1><h2>t</h2>{{ commitment_card("2.2.1b", words, "2 (2)", words, facts=((role, day),), remark=role) }}'
    heading, table = made(build, body)[2:]
    assert words(heading) == "2 (2) Supply <b>{{ 7 * 7 }}</b>"
    assert cells(table) == [
        ["2.2.1b Supply <b>{{ 7 * 7 }}</b>"],
        ["Prepared by", "31 August 2026"],
        ["Prepared by"],
    ]


def test_a_card_has_its_words_in_every_language_with_the_draft_marked(build) -> None:
    (table,) = made(build, '{{ commitment_card("2.2.1b", words) }}', "en", "lo")
    (parallel,) = table.body[0].cells[0].blocks
    english, lao = (cell[0] for cell in parallel.rows[0].cells)
    assert [words(english), words(lao)] == ["2.2.1b Supply <b>{{ 7 * 7 }}</b>", "2.2.1b ໄຟຟ້າ"]
    assert (english.mark, lao.mark) == (None, "draft")


def test_signatures_have_a_column_a_role_and_the_stamp_in_the_last(build) -> None:
    (table,) = made(build, "{{ signatures((role, role)) }}")
    assert cells(table) == [
        ["Prepared by / Name, title, date", "Prepared by / Name, title, date, stamp"],
    ]
