"""Elements become the blocks of the document tree, each text in the languages that were asked for.

In one language an element becomes one block. In several, a paragraph style says whether the languages
share a paragraph (`together`); otherwise each has its own, side by side in a `Parallel` or stacked.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace
from typing import TypeVar

from planreports.document.nodes import (
    Aside,
    Block,
    Contents,
    Heading,
    List,
    ListItem,
    Origin,
    PageBreak,
    Paragraph,
    Parallel,
    ParallelRow,
    Rule,
)
from planreports.i18n import commonmark
from planreports.i18n.text import RichText, Text
from planreports.layout import tables
from planreports.layout.building import Building
from planreports.layout.elements import BLOCK_ELEMENTS
from planreports.layout.fields import is_box
from planreports.layout.figures import figure
from planreports.layout.forms import field_blocks, labelled
from planreports.layout.inlines import Content, inlines_in, inlines_together, is_blank, mark_of, texts_of
from planreports.layout.markup import Element
from planreports.layout.rendition import Arrangement, LanguageChoice
from planreports.layout.rich import RichLook, rich_blocks
from planreports.told import told

_Made = TypeVar("_Made", Paragraph, Heading)


def flow(content: Content, style: str, origin: Origin, building: Building) -> tuple[Block, ...]:
    """Return the blocks of an element's content; words that stand in it directly get the paragraph style.

    Neighbouring parallel blocks become one.
    """
    if len(content) == 1 and type(content[0]) is Text:
        return paragraph(content, style, origin, building)
    blocks: list[Block] = []
    for group in _groups(content):
        if isinstance(group, Element):
            blocks += _element(group, building)
        elif isinstance(group, RichText):
            blocks += _rich(group, style, origin, building)
        elif not is_blank(group):
            blocks += paragraph(group, style, origin, building)
    return _merged(blocks)


def _groups(content: Content) -> Iterable[Element | RichText | Content]:
    """Yield block elements by themselves, a rich text that stands alone, and runs of words between them."""
    words: list[Element | str | Text] = []
    for child in (*content, None):
        if child is not None and not (isinstance(child, Element) and _is_block(child)):
            words.append(child)
            continue
        solid = [each for each in words if not is_blank([each])]
        if solid and all(isinstance(each, RichText) for each in solid):
            yield from (each for each in solid if isinstance(each, RichText))
        elif solid:
            yield words
        words = []
        if child is not None:
            yield child


def _is_block(element: Element) -> bool:
    return element.name in BLOCK_ELEMENTS or is_box(element)


def paragraph(content: Content, style: str, origin: Origin, building: Building) -> tuple[Block, ...]:
    """Return words as paragraphs of a style: one, or one a language."""
    look = building.stylesheet.paragraph[style]
    choice = building.choice
    if choice.is_multilingual and look.together is not None:
        together = Paragraph(inlines_together(content, look, building), choice.main, style, origin)
        return (_traced(together, content, building),)
    return _apart(
        [
            [_paragraph_in(content, style, origin, language, building)]
            for language in _needed(content, building)
        ],
        origin,
        building,
    )


def _paragraph_in(
    content: Content, style: str, origin: Origin, language: str, building: Building
) -> Paragraph:
    mark = mark_of(content, language) if building.stylesheet.paragraph[style].marked else None
    made = Paragraph(inlines_in(content, language, building), language, style, origin, mark)
    return _traced(made, content, building)


def _traced(block: _Made, content: Content, building: Building) -> _Made:
    """Return a block that can be found by the messages of its content, where that is asked for."""
    return building.trace.traced(block, texts_of(content)) if building.trace else block


def _needed(content: Content, building: Building) -> tuple[str, ...]:
    """Return the languages that content must be set in: its words' own where it holds no text."""
    if texts_of(content):
        return building.choice.languages
    return (building.words_language or building.choice.main,)


def _apart(cells: Sequence[Sequence[Block]], origin: Origin, building: Building) -> tuple[Block, ...]:
    """Return the same content in its languages, side by side or one under the other."""
    if len(cells) == 1 or building.choice.arrangement is Arrangement.STACKED:
        return tuple(block for cell in cells for block in cell)
    if len({len(cell) for cell in cells}) == 1:
        rows = tuple(
            ParallelRow(tuple((block,) for block in blocks), origin) for blocks in zip(*cells, strict=True)
        )
    else:
        rows = (ParallelRow(tuple(tuple(cell) for cell in cells), origin),)
    return (Parallel(rows, building.choice.languages, origin),)


def _merged(blocks: Sequence[Block]) -> tuple[Block, ...]:
    merged: list[Block] = []
    for block in blocks:
        last = merged[-1] if merged else None
        if isinstance(block, Parallel) and isinstance(last, Parallel):
            merged[-1] = replace(last, rows=last.rows + block.rows)
        else:
            merged.append(block)
    return tuple(merged)


def _element(element: Element, building: Building) -> tuple[Block, ...]:
    origin, building = element.origin, building.inside(element)
    made: Block | None
    match element.name:
        case "p":
            style = building.style_name(element, building.stylesheet.paragraph) or "body"
            return _anchored(paragraph(element.children, style, origin, building), element, building)
        case "ul" | "ol":
            return () if _is_empty(element) else _list(element, building)
        case "table":
            made = tables.table(element, building, flow)
        case "figure":
            made = figure(element, building, flow)
        case "aside":
            made = _aside(element, building)
        case "label":
            return labelled(element, building, paragraph)
        case "input" | "select" | "textarea":
            return field_blocks(element, "", building, paragraph)
        case "hr":
            made = PageBreak(origin) if element.class_name else Rule(origin)
        case "nav":
            made = _contents(element, building)
        case _:
            return _heading(element, building)
    return (made,) if made else ()


def _anchored(blocks: tuple[Block, ...], element: Element, building: Building) -> tuple[Block, ...]:
    """Return an element's blocks, the first with the element's anchor."""
    name = building.anchors.of(element)
    return blocks if name is None else (_with_anchor(blocks[0], name, building), *blocks[1:])


def _with_anchor(block: Block, name: str, building: Building) -> Block:
    if isinstance(block, Paragraph):
        if building.trace:
            building.trace.rename(block.anchor, name)
        return replace(block, anchor=name)
    if isinstance(block, Parallel):
        first, *others = block.rows
        (top, *below), *right = first.cells
        cells = ((_with_anchor(top, name, building), *below), *right)
        return replace(block, rows=(replace(first, cells=cells), *others))
    return block


def _contents(element: Element, building: Building) -> Contents:
    """Return the contents, still without entries: headings after it are not made yet."""
    if element.class_name != "contents":
        building.problem(element, told("<nav> has no class"), told('expected class="contents"'))
    return Contents((), building.choice.main, element.origin)


def _heading(element: Element, building: Building) -> tuple[Block, ...]:
    """Return a heading; the document's title is followed by its translations, each a line of its own."""
    if is_blank(element.children):
        building.problem(element, told("<{name}> has no words", name=element.name))
    heading, *others = _heading_blocks(element, building)
    if isinstance(heading, Heading) and not building.is_running:
        _check_level(element, heading.level, building)
        heading = replace(heading, anchor=building.anchors.of_heading(element))
        building.anchors.headings.append(heading)
        heading = _traced(heading, element.children, building)
    return (heading, *others)


def _check_level(element: Element, level: int, building: Building) -> None:
    """Note a heading that leaves out a level (ISO 14289-1, 7.4.2): who goes by them would look for it."""
    above = building.anchors.headings[-1].level if building.anchors.headings else 0
    if level > above + 1:
        message = (
            told("<h{level}> follows <h{above}>: a level is left out", level=level, above=above)
            if above
            else told("<h{level}> is the first heading: a level is left out", level=level)
        )
        building.problem(
            element,
            message,
            told("expected <h{level}>", level=above + 1),
        )


def _heading_blocks(element: Element, building: Building) -> tuple[Block, ...]:
    level, choice = int(element.name[1]), building.choice
    content, origin = element.children, element.origin
    if level > 1 and choice.is_multilingual:
        style = building.stylesheet.paragraph[f"heading-{level}"]
        return (Heading(level, inlines_together(content, style, building), choice.main, origin),)
    language = _needed(content, building)[0]
    title = Heading(level, inlines_in(content, language, building), language, origin)
    translations = (
        _paragraph_in(content, "title-translation", origin, language, building)
        for language in choice.others
        if mark_of(content, language) != "missing"
    )
    return (title, *translations)


def _is_empty(element: Element) -> bool:
    """Return whether a list has no item with words."""
    return all(is_blank(item.children) for item in element.elements("li"))


def _list(element: Element, building: Building) -> tuple[Block, ...]:
    choice = building.choice
    if not choice.is_multilingual or choice.arrangement is Arrangement.STACKED:
        return (_list_of(element, choice.main, building),)
    if not texts_of(element.children):
        return (_list_of(element, choice.main, _in(choice.main, building)),)
    lists = [[_list_of(element, language, _in(language, building))] for language in choice.languages]
    return _apart(lists, element.origin, building)


def _list_of(element: Element, language: str, building: Building) -> List:
    style = building.stylesheet.list.paragraph
    items = tuple(
        ListItem(flow(item.children, style, item.origin, building.inside(item)), item.origin)
        for item in element.elements("li")
        if not is_blank(item.children)
    )
    return List(items, element.name == "ol", language, element.origin, building.count(element, "start"))


def _in(language: str, building: Building) -> Building:
    return replace(building, choice=LanguageChoice((language,)))


def _aside(element: Element, building: Building) -> Aside:
    style = building.style_name(element, building.stylesheet.aside) or "notice"
    inner = building.stylesheet.aside[style].paragraph
    return Aside(flow(element.children, inner, element.origin, building.stacked()), style, element.origin)


def _rich(text: RichText, style: str, origin: Origin, building: Building) -> tuple[Block, ...]:
    """Return a CommonMark text as its blocks, in each language."""
    cells = [_rich_in(text, style, origin, language, building) for language in building.choice.languages]
    return _apart(cells, origin, building)


def _rich_in(text: RichText, style: str, origin: Origin, language: str, building: Building) -> list[Block]:
    content = commonmark.parse_commonmark(text.translation(language).text)
    if len(content) == 1 and isinstance(content[0], commonmark.ParagraphContent):
        return [_paragraph_in([text], style, origin, language, building)]
    mark = mark_of([text], language) if building.stylesheet.paragraph[style].marked else None
    words = text.translation(language).language
    look = RichLook(words, style, building.stylesheet.list.paragraph, mark, origin)
    blocks = list(rich_blocks(content, look))
    return building.trace.begun(blocks, [text]) if building.trace and blocks else blocks
