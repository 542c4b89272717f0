"""PO text of any form is taken apart into its entries and put together again, byte for byte."""

from __future__ import annotations

import polib
from hypothesis import given
from hypothesis import strategies as st

from planreports.translation.po_blocks import Blocks

WORDS = st.text(st.characters(codec="utf-8", exclude_categories=("Cs", "Cc", "Zl", "Zp")), max_size=12)
QUOTED = WORDS.map(lambda words: f'"{polib.escape(words)}"')
STRING = st.lists(QUOTED, min_size=1, max_size=3).map("\n".join)
COMMENT = st.tuples(st.sampled_from(["# ", "#. ", "#: ", "#"]), WORDS).map(
    lambda parts: parts[0] + " ".join(parts[1].split())
)


@st.composite
def entry(draw: st.DrawFn) -> str:
    lines = draw(st.lists(COMMENT, max_size=3))
    prefix = draw(st.sampled_from(["", "", "", "#~ "]))
    if draw(st.booleans()):
        lines.append("#, fuzzy")
    words = [f"{name} {draw(STRING)}" for name in ("msgctxt", "msgid", "msgstr")]
    lines += [prefix + line for line in "\n".join(words).split("\n")]
    return "\n".join(lines)


@st.composite
def catalog(draw: st.DrawFn) -> tuple[str, int]:
    """Return PO text and how many entries it has beside its header."""
    entries = draw(st.lists(entry(), max_size=4))
    blank = st.sampled_from(["\n\n", "\n\n\n", "\n \n"])
    text = 'msgid ""\nmsgstr ""\n"Language: lo\\n"' + "".join(draw(blank) + each for each in entries)
    return (text + draw(st.sampled_from(["", "\n", "\n\n# the end\n"]))), len(entries)


@given(catalog(), st.sampled_from(["\n", "\r\n"]), st.sampled_from(["", "\ufeff"]))
def test_nothing_is_lost_and_nothing_added(made: tuple[str, int], end: str, mark: str) -> None:
    text, count = made
    text = mark + text.replace("\n", end)
    blocks = Blocks.of(text)
    assert str(blocks) == text
    assert len(blocks.entries) == count
    assert "Language" in blocks.header.text
