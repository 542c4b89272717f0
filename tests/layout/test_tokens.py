"""Markup read in pieces gives the tokens that it gives when it is read at once."""

from __future__ import annotations

from collections.abc import Iterable
from itertools import groupby

from hypothesis import given, settings
from hypothesis import strategies as st

from planreports.document.nodes import Origin
from planreports.i18n.text import Text
from planreports.layout import tokens as tokens_module
from planreports.layout.references import References, place_sign
from planreports.layout.tokens import EndTag, StartTag, Token, tokens

TEXT = Text.of("words")
PLACE = Origin("layout", 2, 3)


def references() -> References:
    return References(layouts=["layout"], texts=[TEXT])


def joined(found: Iterable[Token]) -> list[object]:
    """Return tokens with neighbouring words joined."""
    made: list[object] = []
    for is_words, group in groupby(found, lambda each: isinstance(each, str)):
        parts = list(group)
        made += ["".join(map(str, parts))] if is_words else parts
    return made


def at_once(source: str) -> list[object]:
    known = references()
    return joined(tokens_module._resolved(tokens_module._read(source, is_all=True), known))


def test_tags_words_texts_and_places_come_in_order() -> None:
    source = f'{place_sign(0, 2, 3)}<p class="x">a &amp; b\ufdd10\ufdd2</p>\n'
    assert list(tokens(source, references())) == [
        PLACE,
        StartTag("p", (("class", "x"),)),
        "a & b",
        TEXT,
        EndTag("p"),
        "\n",
    ]


def test_a_text_in_an_attribute_stays_in_its_tag() -> None:
    (tag, *_) = tokens('<img alt="\ufdd10\ufdd2: 3 > 2" src="a.png">', references())
    assert tag == StartTag("img", (("alt", "\ufdd10\ufdd2: 3 > 2"), ("src", "a.png")))


def test_a_comment_is_left_out_with_all_that_is_in_it() -> None:
    source = f"<p>a<!-- {place_sign(0, 2, 3)}<b>\ufdd10\ufdd2 -->c</p>"
    assert joined(tokens(source, references())) == [StartTag("p", ()), "ac", EndTag("p")]


def test_a_tag_that_never_ends_is_read_in_one_go() -> None:
    source = '<p a="' + f"{place_sign(0, 2, 3)}<b>x" * 20_000
    assert joined(tokens(source, references())) == at_once(source)


_FRAGMENTS = st.sampled_from(
    [
        "<p>", "</p>", '<td class="a" lang=lo>', "<td class='b'>", "<br/>", "<img alt=\"", '">', "<!-- ", " -->",
        "words", "a < b", "&amp;", "&ensp;", " & ", "\n", '"', "<P>", "</ p>", "<!DOCTYPE html>", "<?x?>",
        "\ufdd00:2:3\ufdd2", "\ufdd10\ufdd2", ">", "ລາວ",
    ]
)  # fmt: skip


@settings(max_examples=400, deadline=None)
@given(st.lists(_FRAGMENTS, max_size=12).map("".join))
def test_read_in_pieces_or_at_once_it_is_the_same(source: str) -> None:
    assert joined(tokens(source, references())) == at_once(source)
