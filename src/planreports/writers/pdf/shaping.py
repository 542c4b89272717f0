"""Words become clusters: HarfBuzz shapes a word once, and every cluster is one glyph of ours.

A cluster (a Lao syllable's stacked marks, ຳ, an ffi ligature) gets one character id (CID), whose
ToUnicode entry is the cluster's text: so what goes in comes out of every reader, and a page's content is
plain hexadecimal strings.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any, NamedTuple

import uharfbuzz as hb

MAXIMUM_CID = 0xFFFF

GlyphPart = tuple[int, int, int]
"""A glyph of the font and its offset from the cluster's origin, in font units."""


class Cluster(NamedTuple):
    """What one CID stands for: its text, the font's glyphs that draw it, and its advance in font units."""

    text: str
    glyphs: tuple[GlyphPart, ...]
    advance: int


class ShapedWord(NamedTuple):
    """A word as CIDs: in hexadecimal, and one by one with their advances, all in 1/1000 of the font size."""

    hex: str
    width: float
    cids: tuple[int, ...]
    advances: tuple[float, ...]


@dataclass
class Face:
    """One font as a document uses it; `name` is its PostScript name, `resource` that of page contents."""

    name: str
    resource: str
    font: Any
    clusters: list[Cluster] = field(default_factory=list)
    _cids: dict[Cluster, int] = field(default_factory=dict)
    _words: dict[str, ShapedWord] = field(default_factory=dict)

    def __post_init__(self) -> None:
        self.units_per_em: int = self.font.face.upem
        extents = self.font.get_font_extents("ltr")
        self.ascent: float = extents.ascender / self.units_per_em
        self.descent: float = -extents.descender / self.units_per_em
        self.coverage = frozenset(map(chr, self.font.face.unicodes))

    def covers(self, characters: str) -> bool:
        """Return whether the font has a glyph for every one of some characters."""
        return self.coverage.issuperset(characters)

    def word(self, text: str) -> ShapedWord:
        """Return a word shaped; every word is shaped once."""
        shaped = self._words.get(text)
        if shaped is None:
            shaped = self._words[text] = self._shaped(text)
        return shaped

    def _shaped(self, text: str) -> ShapedWord:
        buffer = hb.Buffer()
        buffer.add_str(text)
        buffer.guess_segment_properties()
        hb.shape(self.font, buffer)
        scale = 1000 / self.units_per_em
        clusters = _clusters(text, buffer)
        cids = tuple([self._cids.get(cluster) or self._cid(cluster) for cluster in clusters])
        advances = tuple([cluster.advance * scale for cluster in clusters])
        return ShapedWord("".join([f"{cid:04X}" for cid in cids]), sum(advances), cids, advances)

    def _cid(self, cluster: Cluster) -> int:
        """Return a CID, from 1, for a new cluster; the same text drawn otherwise is another cluster."""
        if len(self.clusters) >= MAXIMUM_CID:
            raise OverflowError(f"a document uses more than {MAXIMUM_CID} different clusters of {self.name}")
        self.clusters.append(cluster)
        cid = self._cids[cluster] = len(self.clusters)
        return cid


def _clusters(text: str, buffer: Any) -> list[Cluster]:
    """Return the clusters of a shaped buffer; HarfBuzz numbers them by their first character."""
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
