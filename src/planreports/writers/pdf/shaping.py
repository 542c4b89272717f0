"""Words become clusters: HarfBuzz shapes a word once, and every cluster is one glyph of ours.

A cluster (a Lao syllable's stacked marks, ຳ, an ffi ligature) gets one character id (CID), whose
ToUnicode entry is the cluster's text: so what goes in comes out of every reader, and a page's content is
plain hexadecimal strings.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Any

import uharfbuzz as hb
from fontTools.pens.transformPen import TransformPen

from planreports.writers.pdf.characters import drawable, is_mark

MOST_CLUSTERS = 0xFFFE
"""As many as a TrueType font can draw beside its glyph 0, whose number of glyphs is one of 16 bits."""

_HYPHEN = "\u2010"

_DOTTED_CIRCLE = "\u25cc"
"""Stands under marks that have no base, so that they are not drawn over what is before them."""

GlyphPart = tuple[int, int, int]
"""A glyph of the font and its offset from the cluster's origin, in font units."""

Position = tuple[int, int, int, int]
"""A glyph's horizontal and vertical offset, and its advances, in font units."""


@dataclass(frozen=True, eq=False, slots=True)
class Cluster:
    """What one CID stands for: its text, the font's glyphs that draw it, and its advance in font units.

    A face has one of a kind.
    """

    text: str
    glyphs: tuple[GlyphPart, ...]
    advance: int


@dataclass(frozen=True, eq=False, slots=True)
class Code:
    """A cluster as page contents show it: its CID in hexadecimal, its advance in 1/1000 of the font size."""

    hex: str
    advance: float
    text: str


@dataclass(init=False, eq=False, slots=True)
class ShapedWord:
    """A word as codes, one by one and joined in hexadecimal; its width is 1/1000 of the font size.

    `resource` is what page contents call the font that has them.
    """

    hex: str
    width: float
    codes: tuple[Code, ...]
    resource: str

    def __init__(self, hexadecimal: str, width: float, codes: tuple[Code, ...], resource: str) -> None:
        self.hex = hexadecimal
        self.width = width
        self.codes = codes
        self.resource = resource

    @classmethod
    def of(cls, codes: Sequence[Code], resource: str) -> ShapedWord:
        """Return the word of some codes."""
        width = sum([code.advance for code in codes])
        return cls("".join([code.hex for code in codes]), width, tuple(codes), resource)

    @property
    def text(self) -> str:
        """Return its characters."""
        return "".join([code.text for code in self.codes])


@dataclass
class Subset:
    """The clusters that one embedded font draws; CIDs count from 1.

    `scale` times font units is 1/1000 of the font size.
    """

    resource: str
    scale: float
    clusters: list[Cluster] = field(default_factory=list)
    _codes: dict[Cluster, Code] = field(default_factory=dict)

    def code(self, cluster: Cluster) -> Code:
        """Return the code of a cluster; the same text drawn otherwise is another cluster."""
        code = self._codes.get(cluster)
        if code is None:
            self.clusters.append(cluster)
            code = Code(f"{len(self.clusters):04X}", cluster.advance * self.scale, cluster.text)
            self._codes[cluster] = code
        return code

    def has_room(self, count: int) -> bool:
        """Return whether so many more clusters are sure to fit."""
        return len(self.clusters) + count <= MOST_CLUSTERS


@dataclass
class Face:
    """One font as a document uses it; `name` is its PostScript name, `resource` that of page contents.

    It is embedded in as many subsets as its clusters need: hardly ever more than one.
    """

    name: str
    resource: str
    font: Any
    subsets: list[Subset] = field(default_factory=list)
    _words: dict[str, ShapedWord] = field(default_factory=dict)
    _clusters: dict[tuple[str, tuple[GlyphPart, ...], int], Cluster] = field(default_factory=dict)
    _letters: dict[tuple[str, int, Position], Cluster] = field(default_factory=dict)

    def __post_init__(self) -> None:
        self.units_per_em: int = self.font.face.upem
        extents = self.font.get_font_extents("ltr")
        self.ascent: float = extents.ascender / self.units_per_em
        self.descent: float = -extents.descender / self.units_per_em
        self.coverage = drawable(self.font.face.unicodes)
        self._buffer = hb.Buffer()

    def covers(self, characters: str) -> bool:
        """Return whether the font has a glyph for every one of some characters."""
        return self.coverage.issuperset(characters)

    def word(self, text: str) -> ShapedWord:
        """Return a word shaped; every word is shaped once."""
        shaped = self._words.get(text)
        if shaped is None:
            shaped = self._words[text] = self._encoded(self.clusters_of(text))
        return shaped

    def divided_word(self, text: str) -> ShapedWord:
        """Return the first part of a word that goes on in the next line, shaped with a hyphen.

        The hyphen is drawn with the last letter, and is no text.
        """
        key = f"{text}\u00ad"
        shaped = self._words.get(key)
        if shaped is None:
            shaped = self._words[key] = self._encoded(self._with_hyphen(text))
        return shaped

    def _with_hyphen(self, text: str) -> list[Cluster]:
        *others, last, hyphen = self.clusters_of(text + (_HYPHEN if self.covers(_HYPHEN) else "-"))
        moved = tuple((glyph, x + last.advance, y) for glyph, x, y in hyphen.glyphs)
        return [*others, self.cluster(last.text, last.glyphs + moved, last.advance + hyphen.advance)]

    def clusters_of(self, text: str) -> list[Cluster]:
        """Return the clusters of a text; marks without a base have a dotted circle that is not text."""
        if is_mark(text[0]) and self.covers(_DOTTED_CIRCLE):
            first, *others = self._shaped(_DOTTED_CIRCLE + text)
            return [self.cluster(first.text[1:], first.glyphs, first.advance), *others]
        return self._shaped(text)

    def cluster(self, text: str, glyphs: tuple[GlyphPart, ...], advance: int) -> Cluster:
        """Return the cluster of a text drawn by some glyphs."""
        key = text, glyphs, advance
        cluster = self._clusters.get(key)
        if cluster is None:
            cluster = self._clusters[key] = Cluster(text, glyphs, advance)
        return cluster

    def _letter(self, character: str, glyph: int, position: Position) -> Cluster:
        """Return the cluster of a character that is drawn by one glyph, as most are."""
        key = character, glyph, position
        cluster = self._letters.get(key)
        if cluster is None:
            x, y, advance, _ = position
            cluster = self._letters[key] = self.cluster(character, ((glyph, x, y),), advance)
        return cluster

    def _shaped(self, text: str) -> list[Cluster]:
        """Return the clusters of a text; HarfBuzz numbers them by their first character."""
        buffer = self._buffer
        buffer.clear_contents()
        buffer.add_str(text)
        buffer.guess_segment_properties()
        hb.shape(self.font, buffer)
        infos, positions = buffer.glyph_infos, [each.position for each in buffer.glyph_positions]
        starts = [info.cluster for info in infos]
        if starts == list(range(len(text))):
            return [
                self._letter(character, info.codepoint, position)
                for character, info, position in zip(text, infos, positions, strict=True)
            ]
        clusters: list[Cluster] = []
        start = 0
        while start < len(infos):
            end = start
            glyphs, pen = [], 0
            while end < len(infos) and starts[end] == starts[start]:
                x, y, advance, _ = positions[end]
                glyphs.append((infos[end].codepoint, pen + x, y))
                pen += advance
                end += 1
            stop = starts[end] if end < len(infos) else len(text)
            clusters.append(self.cluster(text[starts[start] : stop], tuple(glyphs), pen))
            start = end
        return clusters

    def draw(self, cluster: Cluster, pen: Any) -> None:
        """Draw a cluster: its glyphs at their offsets, in font units."""
        for glyph, x, y in cluster.glyphs:
            moved = TransformPen(pen, (1, 0, 0, 1, x, y)) if x or y else pen
            self.font.draw_glyph_with_pen(glyph, moved)

    def _encoded(self, clusters: Sequence[Cluster]) -> ShapedWord:
        subset = self._subset(len(clusters))
        return ShapedWord.of([subset.code(cluster) for cluster in clusters], subset.resource)

    def _subset(self, count: int) -> Subset:
        """Return the subset that so many clusters go into."""
        if not self.subsets or not self.subsets[-1].has_room(count):
            part = len(self.subsets)
            resource = f"{self.resource}.{part}" if part else self.resource
            self.subsets.append(Subset(resource, 1000 / self.units_per_em))
        return self.subsets[-1]
