"""The pictures of a Word file, each once; for older programs, pixels of those that are shapes."""

from __future__ import annotations

import datetime
import hashlib
import io
from dataclasses import dataclass, field
from typing import Literal

import pypdfium2
from docx.opc.constants import RELATIONSHIP_TYPE
from docx.opc.packuri import PackURI
from docx.opc.part import Part

from planreports.document.nodes import Document, Figure, Metadata, Picture, Section
from planreports.document.styles import Margins, Stylesheet
from planreports.lao.line_breaks import LineBreaker
from planreports.writers import pdf
from planreports.writers.pdf.figures import fitted
from planreports.writers.pdf.measures import MILLIMETRE, picture_width

_CONTENT_TYPES = {"png": "image/png", "jpeg": "image/jpeg", "svg": "image/svg+xml"}
_FALLBACK_SCALE = 300 / 72
_NO_DATE = datetime.date(2000, 1, 1)
"""Stands in a file that only ever becomes pixels."""


@dataclass
class Pictures:
    """The picture parts of one package; `copied` are those of a house's own Word file, by name."""

    breaker: LineBreaker
    copied: dict[str, Part] = field(default_factory=dict)
    _parts: dict[str, Part] = field(default_factory=dict)
    _fallbacks: dict[bytes, bytes] = field(default_factory=dict)
    _count: int = 0

    def next_number(self) -> int:
        """Return the id of one more drawing; they are unique in the package (20.4.2.5)."""
        self._count += 1
        return self._count

    def relation(self, part: Part, data: bytes, kind: Literal["png", "jpeg", "svg"]) -> str:
        """Return the id of a part's relationship to a picture's file."""
        name = f"{hashlib.sha256(data).hexdigest()[:16]}.{kind}"
        if name not in self._parts:
            self._parts[name] = Part(PackURI(f"/word/media/{name}"), _CONTENT_TYPES[kind], data, part.package)
        return part.relate_to(self._parts[name], RELATIONSHIP_TYPE.IMAGE)

    def fallback(self, block: Figure, picture: Picture, stylesheet: Stylesheet) -> bytes:
        """Return the shapes of a figure's picture as a PNG."""
        data = picture.data
        if data not in self._fallbacks:
            self._fallbacks[data] = _pixels(block, picture, stylesheet, self.breaker)
        return self._fallbacks[data]


def _pixels(block: Figure, picture: Picture, stylesheet: Stylesheet, breaker: LineBreaker) -> bytes:
    """Return shapes as a PNG, drawn by our own PDF writer, so that Lao in them is shaped as everywhere."""
    nothing = Margins(top=0, right=0, bottom=0, left=0)
    page = stylesheet.page.model_copy(update={"margins": nothing})
    sheet = stylesheet.model_copy(update={"page": page})
    alone = Figure(picture, block.alternative, block.language, block.origin, width=block.width)
    metadata = Metadata(picture.name, (block.language,), _NO_DATE)
    data = pdf.write(Document((Section((alone,), block.origin),), metadata), sheet, breaker)
    size = fitted(picture, min(picture_width(alone), page.width_mm * MILLIMETRE), sheet)
    with pypdfium2.PdfDocument(data) as document:
        drawn = document[0]
        rest = (0, drawn.get_height() - size.height, drawn.get_width() - size.width, 0)
        image = drawn.render(scale=_FALLBACK_SCALE, crop=rest).to_pil()
    out = io.BytesIO()
    image.save(out, format="PNG")
    return out.getvalue()
