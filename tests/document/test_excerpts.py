"""Excerpts of documents: what is asked for, as it stands."""

from __future__ import annotations

from planreports.document.excerpts import excerpt
from planreports.document.nodes import (
    Aside,
    Block,
    Cell,
    Column,
    Document,
    Figure,
    Heading,
    List,
    ListItem,
    Metadata,
    Origin,
    Paragraph,
    Parallel,
    ParallelRow,
    Picture,
    Row,
    Rule,
    Run,
    Section,
    Table,
)

ORIGIN = Origin("layout", 1, 1)


def words(name: str) -> Paragraph:
    return Paragraph((Run(name, "en"),), "en", "body", ORIGIN, anchor=name)


def row(*names: str, reach: int = 1) -> Row:
    first, *others = names
    return Row(
        (
            Cell((words(first),), ORIGIN, row_span=reach),
            *(Cell((words(each),), ORIGIN) for each in others),
        ),
        ORIGIN,
    )


def table(head: tuple[Row, ...], *body: Row, continued: tuple[Block, ...] = ()) -> Table:
    return Table((Column(), Column()), head, body, "plain", "en", ORIGIN, continued=continued)


def document(*blocks: Block, **section: tuple[Block, ...]) -> Document:
    return Document((Section(blocks, ORIGIN, **section),), Metadata("Title", ("en",)))  # type: ignore[arg-type]


def blocks(whole: Document, *anchors: str) -> tuple[Block, ...]:
    return tuple(block for section in excerpt(whole, anchors).sections for block in section.blocks)


def test_only_what_is_asked_for_is_left() -> None:
    heading = Heading(1, (Run("Heading", "en"),), "en", ORIGIN, "h")
    whole = document(words("a"), heading, Rule(ORIGIN), words("b"))
    assert blocks(whole, "b") == (words("b"),)
    assert blocks(whole, "h", "b") == (heading, words("b"))
    assert excerpt(whole, ["none"]).sections == ()


def test_a_row_stands_under_the_head_of_its_table() -> None:
    head = (row("h1", "h2"),)
    whole = document(table(head, row("a1", "a2"), row("b1", "b2")))
    assert blocks(whole, "b2") == (table(head, row("b1", "b2")),)


def test_a_head_stands_above_the_first_row() -> None:
    head = (row("h1", "h2"),)
    whole = document(table(head, row("a1", "a2"), row("b1", "b2"), continued=(words("c"),)))
    shown = table(head, row("a1", "a2"), continued=(words("c"),))
    assert blocks(whole, "h1") == blocks(whole, "c") == (shown,)


def test_rows_that_a_cell_joins_stay_together() -> None:
    joined = row("a1", "a2", reach=2), row("b2")
    whole = document(table((), *joined, row("c1", "c2")))
    assert blocks(whole, "b2") == (table((), *joined),)


def test_an_item_keeps_its_number() -> None:
    items = tuple(ListItem((words(name),), ORIGIN) for name in "abc")
    whole = document(List(items, True, "en", ORIGIN))
    assert blocks(whole, "c") == (List(items[2:], True, "en", ORIGIN, start=3),)


def test_a_line_of_several_languages_stays_whole() -> None:
    rows = tuple(ParallelRow(((words(f"{each}1"),), (words(f"{each}2"),)), ORIGIN) for each in "ab")
    whole = document(Parallel(rows, ("en", "lo"), ORIGIN))
    assert blocks(whole, "b2") == (Parallel(rows[1:], ("en", "lo"), ORIGIN),)


def test_notices_and_figures_stay_whole() -> None:
    notice = Aside((words("a"), words("b")), "notice", ORIGIN)
    picture = Picture("p.svg", "svg", b"<svg/>", 1, 1)
    figure = Figure(picture, "a picture", "en", ORIGIN, (words("caption"),), anchor="f")
    whole = document(notice, figure)
    assert blocks(whole, "b") == (notice,)
    assert blocks(whole, "caption") == blocks(whole, "f") == (figure,)


def test_heads_and_feet_of_pages_are_shown_where_they_are_asked_for() -> None:
    whole = document(words("a"), header=(words("head"),), footer=(words("foot"),), watermark=(words("w"),))
    (section,) = excerpt(whole, ["head"]).sections
    assert (section.blocks, section.header, section.footer, section.watermark) == (
        (),
        (words("head"),),
        (),
        (),
    )
    (section,) = excerpt(whole, ["w"]).sections
    assert (section.header, section.watermark) == ((), (words("w"),))
