"""Two pictures of a page are compared as a reader sees them: by the ink in each little square.

Programs that draw pages smooth edges differently, from version to version and machine to machine. So
pictures are not compared dot by dot, but in squares two points wide: what moves by more than a point, comes
or goes changes the ink of a square by much more than smoothing ever does.
"""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

import pypdfium2
from PIL import Image, ImageChops

SCALE = 2
"""Dots in a point."""

SQUARE = 4
"""The side of a square, in dots."""

TOLERANCE = 10
"""How much the mean of a square may differ in one of the colours, of 255.

PDFium of 2024 and of 2026 differ by 1; a thin light rule makes 13, and what moves by half a point 50.
"""


def drawn(data: bytes, page: int = 0) -> Image.Image:
    """Return a page of a PDF file as PDFium draws it."""
    with pypdfium2.PdfDocument(data) as document:
        return document[page].render(scale=SCALE).to_pil().convert("RGB")


def difference(one: Image.Image, other: Image.Image) -> int:
    """Return how much the two differ in the square where they differ most, from 0 to 255."""
    if one.size != other.size:
        return 255
    squares = ImageChops.difference(one.reduce(SQUARE), other.reduce(SQUARE))
    return max(int(high) for _, high in squares.getextrema())


@dataclass(frozen=True)
class PictureAcceptance:
    """Compares with the accepted pictures in `folder`, or rewrites them (`accept`); failures go to `kept`."""

    folder: Path
    accept: bool
    kept: Path

    def picture(self, name: str, found: Image.Image) -> None:
        """Fail, and keep both pictures and their difference, unless the picture is as it was accepted."""
        path = self.folder / f"{name}.png"
        accepted = _opened(path) if path.exists() else Image.new("RGB", (1, 1))
        worst = difference(accepted, found)
        if path.exists() and worst <= TOLERANCE:
            return
        if self.accept:
            self.folder.mkdir(parents=True, exist_ok=True)
            _in_few_colours(found).save(path, optimize=True)
            return
        raise AssertionError(self._message(name, accepted, found, worst, is_new=not path.exists()))

    def _message(
        self, name: str, accepted: Image.Image, found: Image.Image, worst: int, *, is_new: bool
    ) -> str:
        self.kept.mkdir(parents=True, exist_ok=True)
        accepted.save(self.kept / f"{name}-accepted.png")
        found.save(self.kept / f"{name}-found.png")
        if accepted.size == found.size:
            apart = ImageChops.invert(ImageChops.difference(accepted, found))
            apart.save(self.kept / f"{name}-difference.png")
        what = "was not accepted yet" if is_new else f"differs by {worst} (at most {TOLERANCE} is smoothing)"
        return (
            f"the picture {name} {what}; see {self.kept}/{name}-*.png;"
            " if it is right, run  pytest --accept  and commit what it rewrites"
        )


def _in_few_colours(image: Image.Image) -> Image.Image:
    """Return a picture in 256 colours, which is a small file, if it has hardly more."""
    few = image.quantize(256)
    return few if difference(few.convert("RGB"), image) <= TOLERANCE // 4 else image


def _opened(path: Path) -> Image.Image:
    with Image.open(path) as image:
        return image.convert("RGB")
