"""The stylesheet becomes CSS: a class a style, lengths in rem, colours as they are."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from planreports.document.styles import (
    AsideStyle,
    CellStyle,
    Line,
    MarkStyle,
    ParagraphStyle,
    RowStyle,
    RunStyle,
    Stylesheet,
    TableStyle,
)
from planreports.writers.html.breaks import is_broken_here
from planreports.writers.html.css import border, class_name, factor, rem, string
from planreports.writers.html.lettering import font_family_value
from planreports.writers.html.tables import LAST_OF_HEAD

_BULLET_GAP = "\u2002\u00a0"
"""What stands between a bullet and its words."""

_CHIP_HEIGHT = 1.33
"""Of a frame around words, in parts of their size, where no script asks for more."""

_HOLDS_WORDS = "p,h1,h2,h3,h4,li,span,a,sup"
"""The elements that hold words directly."""

_MARKS_ROOM = ".06em"
"""Room above a line for its highest marks: Chromium rounds a font's height to whole pixels, and prints what
sticks out of a page's first line at the foot of the page before."""


def style_rules(stylesheet: Stylesheet, languages: Iterable[str]) -> Iterator[str]:
    """Yield the rules of every style, for words in some languages."""
    languages = tuple(languages)
    yield from _language_rules(stylesheet, languages)
    for name, paragraph in stylesheet.paragraph.items():
        yield from _paragraph_rules(name, paragraph, stylesheet, languages)
    for name, inline in stylesheet.inline.items():
        yield _rule(f".{class_name('i', name)}", _inline_declarations(inline, stylesheet))
    for name, table in stylesheet.table.items():
        yield from _table_rules(f".{class_name('t', name)}", table, stylesheet)
    for name, row in stylesheet.row.items():
        yield _rule(f".{class_name('r', name)}", _fill(row, stylesheet))
    for name, cell in stylesheet.cell.items():
        yield from _cell_rules(f".{class_name('c', name)}", cell, stylesheet)
    for name, aside in stylesheet.aside.items():
        yield _rule(f".{class_name('a', name)}", _aside_declarations(aside, stylesheet))
    for mark, look in stylesheet.mark.items():
        yield from _mark_rules(mark, look, stylesheet)
    yield from _list_rules(stylesheet)
    yield _rule(".sheet>header", [f"margin-bottom:{rem(stylesheet.page.header_gap)}"])
    yield _rule(".parallel", [f"column-gap:{rem(stylesheet.page.column_gap)}"])
    yield _rule(".notes", [f"border-color:{stylesheet.colour('rule')}"])
    yield _rule(".rule", [f"border-top:.6pt solid {stylesheet.colour('rule')}"])


def _rule(selector: str, declarations: Iterable[str]) -> str:
    return f"{selector}{{{';'.join(declarations)}}}"


def _language_rules(stylesheet: Stylesheet, languages: Iterable[str]) -> Iterator[str]:
    """Yield a language's fonts; where we say how its lines break, they break nowhere else."""
    for language in languages:
        yield _rule(f":lang({language})", [f"font-family:{font_family_value(stylesheet, language)}"])
        if is_broken_here(language):
            selector = f":where({_HOLDS_WORDS}):lang({language})"
            yield _rule(selector, ["white-space:nowrap"])
            yield f"@media print{{{_rule(selector, [f'padding-top:{_MARKS_ROOM}'])}}}"


# Paragraphs ------------------------------------------------------------------------------------------


def _paragraph_rules(
    name: str, style: ParagraphStyle, stylesheet: Stylesheet, languages: Iterable[str]
) -> Iterator[str]:
    """Yield a paragraph style's rules; words of a language with higher lines make their own line higher."""
    selector = f".{class_name('p', name)}"
    yield _rule(selector, _paragraph_declarations(style, stylesheet))
    if style.hyphenate:
        yield _rule(f":is(td,th) {selector}", ["hyphens:auto", "hyphenate-limit-chars:8 3 3"])
    for language in languages:
        own = stylesheet.paragraph_style(name, language)
        if own.line_height != style.line_height:
            inner = f"{selector}:lang({language}),{selector} :lang({language})"
            yield _rule(inner, [f"line-height:{factor(own.line_height)}"])
        if own.size != style.size:
            yield _rule(f"{selector}:lang({language})", [f"font-size:{rem(own.size)}"])


def _paragraph_declarations(style: ParagraphStyle, stylesheet: Stylesheet) -> Iterator[str]:
    yield f"font-size:{rem(style.size)}"
    yield f"line-height:{factor(style.line_height)}"
    yield f"color:{stylesheet.colour(style.colour)}"
    yield f"margin:{rem(style.space_before)} 0 {rem(style.space_after)}"
    if style.bold:
        yield "font-weight:700"
    if style.italic:
        yield "font-style:italic"
    if style.align != "left":
        yield f"text-align:{style.align}"
    if style.indent:
        yield f"padding-left:{rem(style.indent)}"
    if style.keep_with_next:
        yield "break-after:avoid"
    for side, rule in (("top", style.rule_above), ("bottom", style.rule_below)):
        if rule:
            yield f"border-{side}:{border(rule, stylesheet.colour(rule.colour))}"
            yield f"padding-{side}:{rem(style.rule_gap)}"


def _inline_declarations(style: RunStyle, stylesheet: Stylesheet) -> Iterator[str]:
    if style.scale != 1:
        yield f"font-size:{factor(style.scale)}em"
    if style.rise:
        yield f"vertical-align:{factor(style.rise / style.scale)}em"
        yield "line-height:0"
    if style.colour:
        yield f"color:{stylesheet.colour(style.colour)}"
    if style.bold is not None:
        yield f"font-weight:{700 if style.bold else 400}"
    if style.italic is not None:
        yield f"font-style:{'italic' if style.italic else 'normal'}"
    if style.border:
        yield from _chip_declarations(style, style.border, stylesheet)


def _chip_declarations(style: RunStyle, line: Line, stylesheet: Stylesheet) -> Iterator[str]:
    """Yield the frame of a chip, and the lines that rise behind its words."""
    yield "display:inline-block"
    yield "white-space:nowrap"
    yield f"border:{border(line, stylesheet.colour(line.colour))}"
    yield f"border-radius:{rem(style.radius)}"
    yield f"padding:0 {rem(style.padding)}"
    yield f"line-height:{_CHIP_HEIGHT}"
    if style.hatch:
        colour = stylesheet.colour(style.hatch)
        yield f"background:repeating-linear-gradient(135deg,{colour} 0 .06em,transparent .06em .3em)"
        yield "print-color-adjust:exact"


def _mark_rules(mark: str, look: MarkStyle, stylesheet: Stylesheet) -> Iterator[str]:
    """Yield the rules of the bar at the left of a translation: outside the column, but inside a cell."""
    away = look.width + look.gap
    colour = stylesheet.colour(look.colour)
    bar = [f"left:{rem(-away)}", f"width:{rem(look.width)}", f"background:{colour}"]
    yield _rule(f".{mark}::before", bar)
    yield _rule(f"li>.{mark}::before", [f"left:{rem(-away - stylesheet.list.indent)}"])
    yield _rule(f":is(td,th) .{mark}", [f"padding-left:{rem(away)}"])
    yield _rule(f":is(td,th) .{mark}::before", ["left:0"])


def _list_rules(stylesheet: Stylesheet) -> Iterator[str]:
    style = stylesheet.list
    yield _rule(".list", [f"padding-left:{rem(style.indent)}"])
    yield _rule("ul.list", [f"list-style-type:{string(style.bullet + _BULLET_GAP)}"])
    paragraph = stylesheet.paragraph[style.paragraph]
    size, colour = rem(paragraph.size), stylesheet.colour(paragraph.colour)
    yield _rule(".list>li::marker", [f"font-size:{size}", f"color:{colour}"])


# Tables and notices ----------------------------------------------------------------------------------


def _table_rules(selector: str, style: TableStyle, stylesheet: Stylesheet) -> Iterator[str]:
    colour = stylesheet.colour
    rows = f"{selector}>*>tr>"
    yield _rule(selector, [f"margin:{rem(style.space_before)} 0 {rem(style.space_after)}"])
    padding = [f"padding:{rem(style.padding_vertical)} {rem(style.padding_horizontal)}"]
    if style.rule_row:
        padding.append(f"border-bottom:{border(style.rule_row, colour(style.rule_row.colour))}")
    yield _rule(f"{rows}*", padding)
    if style.rule_top:
        top = [f"border-top:{border(style.rule_top, colour(style.rule_top.colour))}"]
        yield _rule(f"{selector}>:nth-child(2)>tr:first-child>*", top)
    yield _rule(f"{selector}>thead>tr>*", ["border-bottom:0"])
    if style.rule_head:
        below = [f"border-bottom:{border(style.rule_head, colour(style.rule_head.colour))}"]
        yield _rule(f"{selector}>thead>tr>.{LAST_OF_HEAD}", below)
    yield from _line_rules(selector, style, stylesheet)
    if style.flush:
        yield _rule(f"{rows}:first-child", ["padding-left:0"])
        yield _rule(f"{rows}:last-child", ["padding-right:0"])


def _line_rules(selector: str, style: TableStyle, stylesheet: Stylesheet) -> Iterator[str]:
    """Yield the rules between columns, and around a table; where two meet, they are one."""
    rows = f"{selector}>*>tr>"
    if style.rule_column:
        line = border(style.rule_column, stylesheet.colour(style.rule_column.colour))
        yield _rule(f"{rows}:not(:first-child)", [f"border-left:{line}"])
        yield _rule(f"{rows}:not(:last-child)", [f"border-right:{line}"])
    if style.frame:
        yield _rule(selector, [f"border:{border(style.frame, stylesheet.colour(style.frame.colour))}"])


_FIRST = 3
"""A class named so often comes before the rules of a table's rows and columns (CSS Selectors 4, 17)."""


def _fill(style: RowStyle | CellStyle | AsideStyle, stylesheet: Stylesheet) -> list[str]:
    return [f"background:{stylesheet.colour(style.fill)}"] if style.fill else []


def _cell_rules(selector: str, style: CellStyle, stylesheet: Stylesheet) -> Iterator[str]:
    vertical = [f"vertical-align:{style.vertical}"] if style.vertical != "top" else []
    yield _rule(selector, [*_fill(style, stylesheet), *vertical])
    if style.border:
        line = border(style.border, stylesheet.colour(style.border.colour))
        yield _rule(selector * _FIRST, [f"border:{line}"])
    if style.align:
        align = "right" if style.align == "decimal" else style.align
        yield _rule(f"{selector} [class|=p]", [f"text-align:{align}"])


def _aside_declarations(style: AsideStyle, stylesheet: Stylesheet) -> Iterator[str]:
    yield from _fill(style, stylesheet)
    yield f"margin:{rem(style.space_before)} 0 {rem(style.space_after)}"
    yield f"padding:{rem(style.padding_vertical)} {rem(style.padding_horizontal)}"
    if style.bar:
        yield f"border-left:{rem(style.bar.width)} solid {stylesheet.colour(style.bar.colour)}"
