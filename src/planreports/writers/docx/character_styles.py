"""Inline styles become Word's character styles: strong and slanted words, links, notes' numbers, our own."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field

from planreports.document.styles import RunStyle, Stylesheet
from planreports.writers.docx.style_names import FOOTNOTE_REFERENCE, character_style_id, character_style_name
from planreports.writers.docx.style_properties import border, sizes, style, text_colour, weights
from planreports.writers.docx.xml import Xml, colour_value, element, half_points

_FONT = "DefaultParagraphFont"
_EMPHASES = {
    (True, False): ("Strong", "Strong"),
    (False, True): ("Emphasis", "Emphasis"),
    (True, True): ("StrongEmphasis", "Strong Emphasis"),
}


@dataclass
class CharacterStyles:
    """The character styles of one document; those of another size are made when they are first used."""

    stylesheet: Stylesheet
    _sized: dict[str, Xml] = field(default_factory=dict)

    def sized(self, name: str, size: float) -> str:
        """Return the id of a style whose words are smaller or larger than their paragraph's, in points."""
        id_ = f"{character_style_id(name)}-{half_points(size)}"
        if id_ not in self._sized:
            shown = f"{character_style_name(name)} {half_points(size) / 2:g} pt"
            properties = element("rPr", *sizes(size, size))
            self._sized[id_] = style(
                id_, shown, character_style_id(name), properties, kind="character", is_variant=True
            )
        return id_

    def all(self) -> Iterator[Xml]:
        """Yield every character style."""
        name = element("name", val="Default Paragraph Font")
        yield element("style", name, type="character", default=1, styleId=_FONT)
        raised = element("rPr", element("vertAlign", val="superscript"))
        yield _built_in(FOOTNOTE_REFERENCE, "footnote reference", raised)
        for (bold, italic), (id_, shown) in _EMPHASES.items():
            properties = element("rPr", *weights(bold or None, italic or None))
            if id_ == shown:
                yield _built_in(id_, shown, properties)
            else:
                yield style(id_, shown, _FONT, properties, kind="character")
        for inline, look in self.stylesheet.inline.items():
            yield self._inline(inline, look)
        yield from self._sized.values()

    def _inline(self, name: str, look: RunStyle) -> Xml:
        """Return an inline style. It never takes weight away: see `runs` for why a style cannot."""
        id_, shown = character_style_id(name), character_style_name(name)
        properties = element(
            "rPr",
            *weights(look.bold or None, look.italic or None),
            text_colour(self.stylesheet.colour(look.colour)) if look.colour else None,
            *self._frame(look),
            element("vertAlign", val="superscript") if look.rise else None,
        )
        return style(id_, shown, _FONT, properties, kind="character", is_built_in=id_ == shown)

    def _frame(self, look: RunStyle) -> tuple[Xml | None, ...]:
        """Return the frame of a chip (17.3.2.4), and the lines that rise behind its words (17.3.2.32)."""
        colour = self.stylesheet.colour
        if look.border is None:
            return ()
        stripes = None
        if look.hatch:
            fill = colour_value(colour(look.hatch))
            stripes = element("shd", val="thinReverseDiagStripe", color=fill, fill="auto")
        return border("bdr", look.border, 0, colour), stripes


def emphasis_style_id(bold: bool, italic: bool) -> str | None:
    """Return the id of the style of strong and slanted words; None for plain ones."""
    found = _EMPHASES.get((bold, italic))
    return found[0] if found else None


def _built_in(id_: str, name: str, properties: Xml) -> Xml:
    return style(id_, name, _FONT, properties, kind="character", is_built_in=True)
