"""Words become runs: a paragraph's content in one language, or in several that share the paragraph."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import replace
from typing import NamedTuple

from planreports.document.nodes import (
    Footnote,
    Inline,
    LineBreak,
    Mark,
    PageCount,
    PageNumber,
    PageReference,
    Paragraph,
    Run,
    RunningTitle,
)
from planreports.document.styles import ParagraphStyle
from planreports.errors import did_you_mean
from planreports.i18n.commonmark import Break, Words, inline_content
from planreports.i18n.text import RichText, Text, TranslationState
from planreports.layout.building import Building, Notes
from planreports.layout.fields import check_box
from planreports.layout.markup import Element
from planreports.layout.values import value_of
from planreports.told import told

Content = Sequence["Element | str | Text"]

_CHIP = "chip "
"""What stands before a style's name where its words are a chip."""

_SPACE = re.compile("[ \t\n\r\f]+")
_PAGE_FIELDS: Mapping[str | None, Callable[[str, str | None], Inline]] = {
    "page-number": PageNumber,
    "page-count": PageCount,
    "section-title": lambda language, style: RunningTitle(2, language, style),
}
"""What stands in running heads and feet only."""


class _Look(NamedTuple):
    """How words look at one depth of the markup; `language` is that of words which are no `Text`."""

    language: str
    style: str | None = None
    bold: bool = False
    italic: bool = False
    href: str | None = None

    def run(self, words: str, language: str | None = None) -> Run:
        return Run(words, language or self.language, self.style, self.bold, self.italic, self.href)


def texts_of(content: Content) -> Sequence[Text]:
    """Return the texts of some content, however deep."""
    if len(content) == 1 and isinstance(only := content[0], Text):
        return (only,)
    found: list[Text] = []
    for child in content:
        if isinstance(child, Text):
            found.append(child)
        elif isinstance(child, Element):
            found += texts_of(child.children)
    return found


def mark_of(content: Content, language: str) -> Mark | None:
    """Return what a reader must know of some content's translations in a language: its worst state."""
    worst: Mark | None = None
    for text in texts_of(content):
        state = text.translation(language).state
        if state is TranslationState.MISSING:
            return "missing"
        if state is TranslationState.DRAFT:
            worst = "draft"
    return worst


def inlines_in(content: Content, language: str, building: Building) -> tuple[Inline, ...]:
    """Return content in one language; words that it lacks there are the source's, with a mark after them."""
    if len(content) == 1 and type(only := content[0]) is Text:
        words = only.translation(language)
        if words.state is not TranslationState.MISSING:
            return _trimmed([Run(words.text, words.language)])
    look = _Look(building.words_language or language)
    runs = list(_runs(content, look, language, building))
    if mark_of(content, language) == "missing":
        label = building.labels.missing.translation(language)
        runs += [Run(" ", language), Run(f"[{label.text}]", label.language, "missing")]
    return _trimmed(runs)


def inlines_together(content: Content, style: ParagraphStyle, building: Building) -> tuple[Inline, ...]:
    """Return content in all languages, in one paragraph: the first whole, the others as translated."""
    first, *others = building.choice.languages
    joined = building.notes is Notes.OWN
    parts = [inlines_in(content, first, replace(building, notes=Notes.ALL) if joined else building)]
    without = replace(building, notes=Notes.NONE)
    for language in others:
        part = _translated_part(content, language, without)
        if part and _plain(part) not in map(_plain, parts):
            parts.append(tuple(_as_translation(inline, style) for inline in part))
    separator = _separator(style.together or " ", first)
    return tuple(
        inline for number, part in enumerate(parts) for inline in (*(separator if number else ()), *part)
    )


def _translated_part(content: Content, language: str, building: Building) -> tuple[Inline, ...]:
    """Return, in one more language, what stands between the first and the last text; () if one is missing."""
    places = [number for number, child in enumerate(content) if texts_of([child])]
    if not places or mark_of(content, language) == "missing":
        return ()
    return inlines_in(content[places[0] : places[-1] + 1], language, building)


def _as_translation(inline: Inline, style: ParagraphStyle) -> Inline:
    """Return an inline of a second language: in the style for translations, and not bold."""
    if isinstance(inline, Run) and style.translation and inline.style != "missing":
        return replace(inline, style=style.translation, bold=False)
    return inline


def _separator(characters: str, language: str) -> tuple[Inline, ...]:
    if characters == "\n":
        return (LineBreak(),)
    return (Run(characters, language, "separator" if characters.strip() else None),)


def _plain(inlines: Iterable[Inline]) -> str:
    return "".join(inline.text for inline in inlines if isinstance(inline, Run))


def _runs(content: Content, look: _Look, language: str, building: Building) -> Iterable[Inline]:
    for child in content:
        if isinstance(child, str):
            yield look.run(child)
        elif isinstance(child, Text):
            yield from _text_runs(child, look, language)
        elif child.name == "br":
            yield LineBreak()
        elif child.name == "input":
            yield from check_box(child, look.language, look.style, building)
        elif child.name == "span" and child.class_name == "footnote":
            yield from _footnote(child, language, building)
        elif child.name == "a" and child.class_name == "page":
            yield from _page_reference(child, look, building)
        elif child.name == "span" and child.class_name in _PAGE_FIELDS:
            if not building.is_running:
                building.problem(
                    child,
                    told(
                        'class="{class_name}" stands in <header> and <footer> only',
                        class_name=child.class_name,
                    ),
                )
            yield _PAGE_FIELDS[child.class_name](look.language, look.style)
        else:
            yield from _runs(child.children, _inner_look(child, look, building), language, building)


def _footnote(element: Element, language: str, building: Building) -> Iterable[Inline]:
    """Yield a footnote, its words in the languages of the text that it stands in."""
    if building.is_running:
        building.problem(element, told("a footnote cannot stand in a <header> or <footer>"))
    if building.notes is Notes.NONE:
        return
    building.footnotes.append(element)
    number = len(building.footnotes)
    inner = replace(building, notes=Notes.NONE)
    if building.notes is Notes.ALL:
        inlines = inlines_together(element.children, building.stylesheet.paragraph["footnote"], inner)
    else:
        inlines = inlines_in(element.children, language, inner)
    yield Footnote(number, Paragraph(inlines, language, "footnote", element.origin))


def _page_reference(element: Element, look: _Look, building: Building) -> Iterable[Inline]:
    if not is_blank(element.children):
        building.problem(element, told('words cannot stand in <a class="page">: it is the number of a page'))
    if target := building.target(element):
        yield PageReference(target, look.language, look.style)


def _text_runs(text: Text, look: _Look, language: str) -> Iterable[Inline]:
    words = text.translation(language)
    if not isinstance(text, RichText):
        yield look.run(words.text, words.language)
        return
    for part in inline_content(words.text):
        match part:
            case Words():
                inner = look._replace(
                    style=look.style or ("link" if part.href else None),
                    bold=look.bold or part.bold,
                    italic=look.italic or part.italic,
                    href=part.href or look.href,
                )
                yield inner.run(part.text, words.language)
            case Break():
                yield LineBreak()


def _inner_look(element: Element, look: _Look, building: Building) -> _Look:
    look = look._replace(language=element.attributes.get("lang", look.language))
    match element.name:
        case "strong":
            return look._replace(bold=True)
        case "em":
            return look._replace(italic=True)
        case "sup":
            return look._replace(style="superscript")
        case "a":
            return look._replace(href=building.address(element), style=look.style or "link")
        case "time" | "data":
            value_of(element, building)
    name = element.class_name
    if name and name.startswith(_CHIP):
        return look._replace(style=_chip_style(element, name, building) or look.style)
    return look._replace(style=building.style_name(element, building.stylesheet.inline) or look.style)


def _chip_style(element: Element, class_name: str, building: Building) -> str | None:
    """Return the style that follows `chip` in a class: one that has a border."""
    name = class_name.removeprefix(_CHIP)
    chips = sorted(each for each, style in building.stylesheet.inline.items() if style.border)
    if name in chips:
        return name
    building.problem(
        element,
        told('class="{class_name}" names no chip', class_name=class_name[:60]),
        did_you_mean(name, chips),
    )
    return None


def _trimmed(inlines: list[Inline]) -> tuple[Inline, ...]:
    """Return inlines with white space collapsed, none at the ends, and equal neighbours joined."""
    if len(inlines) == 1 and isinstance(only := inlines[0], Run) and _is_trim(only.text):
        return (only,)
    kept: list[Inline] = []
    for inline in inlines:
        if isinstance(inline, Run):
            words = _SPACE.sub(" ", inline.text)
            if _ends_open(kept):
                words = words.lstrip(" ")
            if words:
                kept.append(replace(inline, text=words))
        else:
            if isinstance(inline, LineBreak):
                _strip_end(kept)
            kept.append(inline)
    _strip_end(kept)
    return _joined(kept)


def _is_trim(words: str) -> bool:
    """Return whether words are trimmed already: printable ones hold no white space but spaces."""
    return words.isprintable() and "  " not in words and words[:1] != " " != words[-1:]


def _ends_open(inlines: list[Inline]) -> bool:
    """Return whether a space would be superfluous after these."""
    last = inlines[-1] if inlines else LineBreak()
    return isinstance(last, LineBreak) or (isinstance(last, Run) and last.text.endswith(" "))


def _strip_end(inlines: list[Inline]) -> None:
    while inlines and isinstance(last := inlines[-1], Run):
        words = last.text.rstrip(" ")
        if words:
            inlines[-1] = replace(last, text=words)
            return
        inlines.pop()


def _joined(inlines: list[Inline]) -> tuple[Inline, ...]:
    joined: list[Inline] = []
    for inline in inlines:
        last = joined[-1] if joined else None
        if isinstance(inline, Run) and isinstance(last, Run) and replace(last, text=inline.text) == inline:
            joined[-1] = replace(last, text=last.text + inline.text)
        else:
            joined.append(inline)
    return tuple(joined)


def is_blank(content: Content) -> bool:
    """Return whether content is white space only."""
    return all(isinstance(child, str) and not child.strip(" ") for child in content)
