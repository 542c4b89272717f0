"""CommonMark fields: what they become, and what is refused."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from planreports.i18n.commonmark import (
    Break,
    ListContent,
    ParagraphContent,
    Words,
    inline_content,
    is_plain,
    parse_commonmark,
    refusals,
)


def test_emphasis_links_and_lists_become_plain_data() -> None:
    blocks = parse_commonmark("Say *so* to **all**, see [it](https://example.org).\n\n2. one\n3. two\n")
    assert blocks == (
        ParagraphContent(
            (
                Words("Say "),
                Words("so", italic=True),
                Words(" to "),
                Words("all", bold=True),
                Words(", see "),
                Words("it", href="https://example.org"),
                Words("."),
            )
        ),
        ListContent(
            ((ParagraphContent((Words("one"),)),), (ParagraphContent((Words("two"),)),)),
            ordered=True,
            start=2,
        ),
    )


def test_several_paragraphs_in_a_narrow_place_are_parted_by_line_breaks() -> None:
    assert inline_content("a\n\nb") == (Words("a"), Break(), Words("b"))


@pytest.mark.parametrize(
    ("words", "line", "message"),
    [
        ("a\n\n# Title", 3, "a heading cannot stand in a field"),
        ("![x](y.png)", 1, "an image cannot stand in a field"),
        ("`code`", 1, "code cannot stand in a field"),
        ("> quote", 1, "a block quote cannot stand in a field"),
        ("a\n\n---", 3, "a line cannot stand in a field"),
        ("[x](javascript:alert%281%29)", 1, None),
        ("[x](file:///etc/passwd)", 1, None),
        ("[x](../secret)", 1, "the link `../secret` leads nowhere"),
    ],
)
def test_what_documents_do_not_hold_is_refused_with_its_line(
    words: str, line: int, message: str | None
) -> None:
    found = refusals(words)
    if message is None:  # markdown-it itself makes no link of it: the words stay words
        assert [part.href for part in inline_content(words) if isinstance(part, Words)] == [None]
    else:
        assert [(each.line, each.message) for each in found] == [(line, message)]


def test_html_is_words() -> None:
    assert inline_content("<b>&amp;</b>") == (Words("<b>&</b>"),)


@given(st.text())
def test_nothing_that_people_write_breaks_the_parser(words: str) -> None:
    parse_commonmark(words)
    refusals(words)


@given(st.lists(st.text("abcກຂຄ ", min_size=1).map(str.strip).filter(bool), min_size=1))
def test_the_words_of_paragraphs_are_kept(paragraphs: list[str]) -> None:
    blocks = parse_commonmark("\n\n".join(paragraphs))
    kept = [
        "".join(part.text for part in block.inlines if isinstance(part, Words))
        for block in blocks
        if isinstance(block, ParagraphContent)
    ]
    assert [" ".join(each.split()) for each in kept] == [" ".join(each.split()) for each in paragraphs]


SIGNS = ("#", "-", "=", "*", "_", "`", "~", ">", "<b>", "[", "](", ")", "!", "&#7;", "|", "1.", "+")
OTHERS = ("a", "\\", "ນ້ຳ", " ", "    ", "\t", "\n", "https://example.org")


@given(st.lists(st.sampled_from(SIGNS + OTHERS), max_size=12).map("".join))
def test_what_is_plain_at_a_glance_has_nothing_that_is_refused(words: str) -> None:
    assert not is_plain(words) or refusals(words) == []
