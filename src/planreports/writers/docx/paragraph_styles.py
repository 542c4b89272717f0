"""Paragraph styles become Word's; what a language, a list, a mark or a notice changes is a style too."""

from __future__ import annotations

from dataclasses import dataclass

from planreports.document.styles import AsideStyle, Line, ParagraphStyle, Stylesheet
from planreports.i18n.languages import Language
from planreports.writers.docx.heading_numbers import HeadingNumbers
from planreports.writers.docx.numbering import STYLE_NUMBERS, STYLED_LEVELS, heading_numbering
from planreports.writers.docx.paragraph_properties import contents_width, page_tab
from planreports.writers.docx.style_names import (
    BUILT_IN,
    ListRole,
    StyleKey,
    is_words_own,
    list_style_name,
    shown_name,
    style_id,
)
from planreports.writers.docx.style_properties import (
    ALIGNMENTS,
    border,
    filled,
    shading,
    sizes,
    spacing,
    style,
    text_colour,
    weights,
)
from planreports.writers.docx.xml import Xml, element, twips

_NOTE_INDENT = 8.0
"""How far the words of a footnote stand from its number's left edge, in points."""

_MOST_SPACE = 31
"""The most points that Word puts between a text and its border (17.3.1.7)."""


@dataclass(frozen=True)
class ParagraphStyles:
    """Makes the paragraph styles of one document.

    `languages` are the document's: the first gives a style its size and lines; the complex size of every
    style is that of `complex_language`.
    """

    stylesheet: Stylesheet
    languages: tuple[str, ...]
    complex_language: Language | None
    heading_numbers: HeadingNumbers

    def look(self, name: str, language: str | None = None) -> ParagraphStyle:
        """Return a style as it is in a language, the document's first unless given."""
        return self.stylesheet.paragraph_style(name, language or self.languages[0])

    def base(self, name: str) -> Xml:
        """Return a style of the stylesheet."""
        look = self.look(name)
        is_heading = name.startswith("heading-")
        paragraph = element(
            "pPr",
            element("keepNext") if look.keep_with_next else None,
            element("keepLines") if is_heading else None,
            element("widowControl"),
            self._heading_numbering(int(name[-1])) if is_heading else None,
            filled("pBdr", *self._rules(look)),
            self._tabs(name),
            spacing(look),
            _indent(name, look),
            element("jc", val=ALIGNMENTS[look.align]),
            element("outlineLvl", val=int(name[-1]) - 1) if is_heading else None,
        )
        run = element(
            "rPr",
            *weights(look.bold or None, look.italic or None),
            text_colour(self.stylesheet.colour(look.colour)),
            *sizes(look.size, self._complex_size(name, look)),
        )
        return style(
            style_id(name),
            shown_name(name),
            "Normal",
            paragraph,
            run,
            is_built_in=name in BUILT_IN,
            following=style_id("body") if is_heading else None,
        )

    def _heading_numbering(self, level: int) -> Xml | None:
        numbers = self.heading_numbers
        return heading_numbering(numbers.position(level)) if level in numbers.by_style else None

    def listed(self, id_: str, name: str, role: ListRole, level: int) -> Xml:
        """Return the style of a list's paragraphs on a level: its numbering is the style's own."""
        is_words = name == self.stylesheet.list.paragraph
        properties = element("pPr", _numbering(role, level), self.list_indent(role, level))
        shown = list_style_name(role, level)
        if not is_words:
            shown = f"{shown_name(name)} {shown}"
        built_in = is_words and level < STYLED_LEVELS
        return style(id_, shown, style_id(name), properties, is_built_in=built_in, is_variant=not built_in)

    def numbered_indent(self, key: StyleKey) -> Xml | None:
        """Return the indent of a numbered paragraph of a list with its own count, which hides its style's."""
        bar = self._bar_room(key)
        return self.list_indent("number", key.level, bar) if key.list == "number" and bar else None

    def _bar_room(self, key: StyleKey) -> float:
        """Return the room that a mark's bar needs inside its column, in points."""
        marks = self.stylesheet.mark
        if key.mark and key.in_cell:
            return marks[key.mark].width + marks[key.mark].gap
        return max(each.width + each.gap for each in marks.values()) if key.is_inset else 0.0

    def list_indent(self, role: ListRole, level: int, more: float = 0.0) -> Xml:
        """Return the indent of a list's paragraphs on a level and `more` points, as the PDF's."""
        indent = twips(self.stylesheet.list.indent)
        left = indent * (level + 1) + twips(more)
        return element("ind", left=left, hanging=None if role == "continue" else indent)

    def variant(self, id_: str, name: str, base: str, key: StyleKey) -> Xml:
        """Return a style that is `base` but for what a key says."""
        look = self.look(key.name, key.language)
        run = element("rPr", *sizes(look.size, look.size)) if self._differs(key) else None
        paragraph = element(
            "pPr",
            element("keepNext") if key.kept else None,
            filled("pBdr", *self._borders(look, key)),
            self._shading(key.aside),
            self._spacing(look, key),
            self._variant_indent(key),
            element("contextualSpacing") if key.aside else None,
            element("jc", val=key.align) if key.align else None,
        )
        return style(id_, name, base, paragraph, run, is_variant=True)

    def differs_in(self, name: str, language: str) -> bool:
        """Return whether a style has a variant for a language."""
        return not is_words_own(name) and self.look(name, language) != self.look(name)

    def _differs(self, key: StyleKey) -> bool:
        return self.differs_in(key.name, key.language)

    def _spacing(self, look: ParagraphStyle, key: StyleKey) -> Xml | None:
        changes: dict[str, float] = {}
        if key.aside:
            aside = self.stylesheet.aside[key.aside]
            changes = {"space_before": aside.space_before, "space_after": aside.space_after}
        if key.before is not None:
            changes["space_before"] = key.before
        if key.after is not None:
            changes["space_after"] = key.after
        if not changes and not self._differs(key):
            return None
        return spacing(look.model_copy(update=changes))

    def _variant_indent(self, key: StyleKey) -> Xml | None:
        """Return a variant's indent.

        Paragraphs with the same borders and indents run together (17.3.1.24): a second notice's differs.
        """
        bar = self._bar_room(key)
        if key.aside and not key.list:
            aside = self.stylesheet.aside[key.aside]
            left = aside.padding_horizontal + (aside.bar.width if aside.bar else 0)
            right = twips(aside.padding_horizontal) + 2 * key.is_second
            return element("ind", left=twips(left), right=right)
        if not bar:
            return None
        return self.list_indent(key.list, key.level, bar) if key.list else element("ind", left=twips(bar))

    def _borders(self, look: ParagraphStyle, key: StyleKey) -> list[Xml | None]:
        if key.aside:
            return self._aside_borders(self.stylesheet.aside[key.aside])
        if not key.mark:
            return []
        mark = self.stylesheet.mark[key.mark]
        above, below = self._rules(look)
        bar = Line(width=mark.width, colour=mark.colour)
        room = mark.gap
        if key.list == "continue":
            room += self.stylesheet.list.indent * (key.level + 1)
        return [above, border("left", bar, min(room, _MOST_SPACE), self.stylesheet.colour), below]

    def _aside_borders(self, aside: AsideStyle) -> list[Xml | None]:
        """Return a notice's bar at its left, and borders in the colour of its tint for its padding."""
        colour = self.stylesheet.colour
        padding = Line(width=0.5, colour=aside.fill) if aside.fill else None
        return [
            border("top", padding, aside.padding_vertical, colour),
            border("left", aside.bar, aside.padding_horizontal, colour),
            border("bottom", padding, aside.padding_vertical, colour),
            border("right", padding, aside.padding_horizontal, colour),
        ]

    def _shading(self, aside: str | None) -> Xml | None:
        fill = self.stylesheet.aside[aside].fill if aside else None
        return shading(self.stylesheet.colour(fill)) if fill else None

    def _rules(self, look: ParagraphStyle) -> tuple[Xml | None, Xml | None]:
        """Return a paragraph's rules, in the order that the schema asks (17.3.1.24)."""
        colour = self.stylesheet.colour
        return (
            border("top", look.rule_above, look.rule_gap, colour),
            border("bottom", look.rule_below, look.rule_gap, colour),
        )

    def _tabs(self, name: str) -> Xml | None:
        """Return the dotted tab of an entry of the contents, at the right margin of an upright page."""
        if not name.startswith("contents-") or name not in BUILT_IN:
            return None
        return page_tab(contents_width(self.stylesheet))

    def _complex_size(self, name: str, look: ParagraphStyle) -> float:
        """Return the size of complex script in a style: that of its variant for such a language."""
        return self.look(name, self.complex_language.code).size if self.complex_language else look.size


def _numbering(role: ListRole, level: int) -> Xml | None:
    """Return the numbering of a list style on a level; what goes on below an item has none."""
    if role == "continue":
        return None
    return element(
        "numPr", element("ilvl", val=level) if level else None, element("numId", val=STYLE_NUMBERS[role])
    )


def _indent(name: str, look: ParagraphStyle) -> Xml | None:
    """Return a style's indent; footnotes keep room for their number."""
    if name == "footnote":
        left = twips(look.indent + _NOTE_INDENT)
        return element("ind", left=left, hanging=twips(_NOTE_INDENT))
    return element("ind", left=twips(look.indent)) if look.indent else None
