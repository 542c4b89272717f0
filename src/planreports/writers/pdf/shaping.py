"""Words become clusters: HarfBuzz shapes a word once, and every cluster is one glyph of ours.

A cluster (a Lao syllable's stacked marks, ຳ, an ffi ligature) gets one character id (CID), whose
ToUnicode entry is the cluster's text: so what goes in comes out of every reader, and a page's content is
plain hexadecimal strings.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any, NamedTuple

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


class Cluster(NamedTuple):
    """What one CID stands for: its text, the font's glyphs that draw it, and its advance in font units."""

    text: str
    glyphs: tuple[GlyphPart, ...]
    advance: int


class ShapedWord(NamedTuple):
    """A word as CIDs: in hexadecimal, and one by one with their advances, all in 1/1000 of the font size.

    `resource` is what page contents call the font that has them; `texts` are the clusters' own.
    """

    hex: str
    width: float
    cids: tuple[int, ...]
    advances: tuple[float, ...]
    resource: str
    texts: tuple[str, ...]


@dataclass
class Subset:
    """The clusters that one embedded font draws; CIDs count from 1."""

    resource: str
    clusters: list[Cluster] = field(default_factory=list)
    _cids: dict[Cluster, int] = field(default_factory=dict)

    def cid(self, cluster: Cluster) -> int:
        """Return the CID of a cluster; the same text drawn otherwise is another cluster."""
        cid = self._cids.get(cluster)
        if cid is None:
            self.clusters.append(cluster)
            cid = self._cids[cluster] = len(self.clusters)
        return cid

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

    def __post_init__(self) -> None:
        self.units_per_em: int = self.font.face.upem
        extents = self.font.get_font_extents("ltr")
        self.ascent: float = extents.ascender / self.units_per_em
        self.descent: float = -extents.descender / self.units_per_em
        self.coverage = drawable(self.font.face.unicodes)

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
        moved = ((glyph, x + last.advance, y) for glyph, x, y in hyphen.glyphs)
        return [*others, Cluster(last.text, (*last.glyphs, *moved), last.advance + hyphen.advance)]

    def clusters_of(self, text: str) -> list[Cluster]:
        """Return the clusters of a text; marks without a base have a dotted circle that is not text."""
        if is_mark(text[0]) and self.covers(_DOTTED_CIRCLE):
            first, *others = _clusters(_DOTTED_CIRCLE + text, self.font)
            return [first._replace(text=first.text[1:]), *others]
        return _clusters(text, self.font)

    def draw(self, cluster: Cluster, pen: Any) -> None:
        """Draw a cluster: its glyphs at their offsets, in font units."""
        for glyph, x, y in cluster.glyphs:
            self.font.draw_glyph_with_pen(glyph, TransformPen(pen, (1, 0, 0, 1, x, y)))

    def _encoded(self, clusters: list[Cluster]) -> ShapedWord:
        scale = 1000 / self.units_per_em
        subset = self._subset(len(clusters))
        cids = tuple([subset.cid(cluster) for cluster in clusters])
        advances = tuple([cluster.advance * scale for cluster in clusters])
        texts = tuple([cluster.text for cluster in clusters])
        hexadecimal = "".join([f"{cid:04X}" for cid in cids])
        return ShapedWord(hexadecimal, sum(advances), cids, advances, subset.resource, texts)

    def _subset(self, count: int) -> Subset:
        """Return the subset that so many clusters go into."""
        if not self.subsets or not self.subsets[-1].has_room(count):
            part = len(self.subsets)
            self.subsets.append(Subset(f"{self.resource}.{part}" if part else self.resource))
        return self.subsets[-1]


def _clusters(text: str, font: Any) -> list[Cluster]:
    """Return the clusters of a text; HarfBuzz numbers them by their first character."""
    buffer = hb.Buffer()
    buffer.add_str(text)
    buffer.guess_segment_properties()
    hb.shape(font, buffer)
    infos, positions = buffer.glyph_infos, buffer.glyph_positions
    starts = [info.cluster for info in infos]
    if starts == list(range(len(text))):
        return [
            Cluster(character, ((info.codepoint, place.x_offset, place.y_offset),), place.x_advance)
            for character, info, place in zip(text, infos, positions, strict=True)
        ]
    clusters: list[Cluster] = []
    start = 0
    while start < len(infos):
        end = start
        glyphs, pen = [], 0
        while end < len(infos) and infos[end].cluster == infos[start].cluster:
            position = positions[end]
            glyphs.append((infos[end].codepoint, pen + position.x_offset, position.y_offset))
            pen += position.x_advance
            end += 1
        stop = infos[end].cluster if end < len(infos) else len(text)
        clusters.append(Cluster(text[infos[start].cluster : stop], tuple(glyphs), pen))
        start = end
    return clusters
