"""Picture files are found, and read as the untrusted things they are: PNG, JPEG, and plain SVG."""

from __future__ import annotations

import io
import re
import struct
import warnings
import zlib
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, Literal

from lxml import etree
from PIL import Image, UnidentifiedImageError

from planreports.document.nodes import Picture
from planreports.document.picture_cleaning import clean_pixels, clean_shapes
from planreports.errors import did_you_mean
from planreports.told import Grouped, Told, as_it_is, told

MAXIMUM_BYTES = 20 * 1024 * 1024
MAXIMUM_PIXELS = 40_000_000
MAXIMUM_SHAPES = 20_000
MAXIMUM_PATH = 500_000

_NAME = re.compile(r"[A-Za-z0-9_][A-Za-z0-9_.-]*(/[A-Za-z0-9_][A-Za-z0-9_.-]*)*")
_KINDS: Mapping[str, Literal["png", "jpeg", "svg"]] = {
    ".png": "png", ".jpg": "jpeg", ".jpeg": "jpeg", ".svg": "svg",
}  # fmt: skip
_SVG = "{http://www.w3.org/2000/svg}"
_SVG_ELEMENTS = frozenset(
    [
        "svg",
        "g",
        "defs",
        "use",
        "title",
        "desc",
        "path",
        "rect",
        "circle",
        "ellipse",
        "line",
        "polyline",
        "polygon",
        "text",
    ]
)
_LENGTH = re.compile(r"\s*([0-9]+(?:\.[0-9]+)?)\s*(px)?\s*")
_NUMBER = re.compile(r"[+-]?(?:[0-9]{1,9}(?:\.[0-9]{0,9})?|\.[0-9]{1,9})")
_SHAPE_NUMBERS = re.compile(r"nan|inf|[0-9]{10}|e\+?[0-9]{2}", re.IGNORECASE)
"""In the numbers of shapes: what is none, and what is far outside any page."""

_NUMBERS = (
    "cx", "cy", "d", "font-size", "height", "points", "r", "rx", "ry", "stroke-dasharray", "stroke-width",
    "transform", "viewBox", "width", "x", "x1", "x2", "y", "y1", "y2",
)  # fmt: skip
_BEGINNINGS = {
    "PNG": b"\x89PNG\r\n\x1a\n",
    "JPEG": b"\xff\xd8\xff",
    "GIF": b"GIF8",
    "WebP": b"RIFF",
    "TIFF": b"II*\x00",
    "BMP": b"BM",
    "PDF": b"%PDF",
    "SVG": b"<svg",
}
"""How files of pictures begin."""

_OPACITIES = ("opacity", "fill-opacity", "stroke-opacity")


class PictureError(Exception):
    """A picture cannot be used; the message says why, `hint` what is expected."""

    def __init__(self, message: Told, hint: Told | None = None) -> None:
        super().__init__(message, hint)
        self.message, self.hint = message, hint

    def __str__(self) -> str:
        return self.message


@dataclass(slots=True)
class PictureFolders:
    """Where pictures are looked for, earlier folders first; each is read once."""

    folders: tuple[Path, ...] = ()
    _read: dict[str, Picture] = field(default_factory=dict)

    def picture(self, name: str) -> Picture:
        """Return a picture by its path below one of the folders.

        Raises PictureError for a name that is no such path, a file that is not there or too large, and a
        file that is not what its suffix says, lies about its size, or holds what documents do not draw.
        """
        if name not in self._read:
            self._read[name] = _checked(name, self._bytes(name))
        return self._read[name]

    def _bytes(self, name: str) -> bytes:
        try:
            return self._path(name).read_bytes()
        except OSError as error:
            raise PictureError(
                told("the picture `{name}` cannot be read: {reason}", name=name[:60], reason=error.strerror)
            ) from error

    def _path(self, name: str) -> Path:
        if not _NAME.fullmatch(name) or Path(name).suffix.lower() not in _KINDS:
            raise PictureError(
                told("`{name}` is no picture", name=name[:60]),
                told("expected NAME.png, .jpg or .svg below images/"),
            )
        for folder in self.folders:
            path = folder / name
            if path.is_file() and path.resolve().is_relative_to(folder.resolve()):
                if path.stat().st_size > MAXIMUM_BYTES:
                    raise PictureError(
                        told(
                            "the picture `{name}` is larger than {maximum} bytes",
                            name=name,
                            maximum=Grouped(MAXIMUM_BYTES),
                        )
                    )
                return path
        raise PictureError(
            told("there is no picture `{name}`", name=name), did_you_mean(name, sorted(self._names()))
        )

    def _names(self) -> Iterator[str]:
        for folder in self.folders:
            for path in folder.glob("**/*"):
                if path.suffix.lower() in _KINDS:
                    yield path.relative_to(folder).as_posix()


def _checked(name: str, data: bytes) -> Picture:
    kind = _KINDS[Path(name).suffix.lower()]
    return _shapes(name, data) if kind == "svg" else _pixels(name, data, kind)


# Pixels ----------------------------------------------------------------------------------------------


def _pixels(name: str, data: bytes, kind: Literal["png", "jpeg"]) -> Picture:
    """Return a picture of pixels; it is decoded wholly, so nothing fails later."""
    if not data.startswith(_BEGINNINGS[kind.upper()]):
        found = next((each for each, begin in _BEGINNINGS.items() if data.startswith(begin)), None)
        hint = told("it is a {found} file", found=found) if found else None
        raise PictureError(
            told("the picture `{name}` is not a {kind} file", name=name, kind=kind.upper()), hint
        )
    try:
        with warnings.catch_warnings(action="error", category=Image.DecompressionBombWarning):
            clean = _clean_pixels(name, data, kind)
        with Image.open(io.BytesIO(clean)) as image:
            return Picture(name, kind, clean, image.width, image.height)
    except (Image.DecompressionBombError, Image.DecompressionBombWarning) as error:
        raise PictureError(_too_large(name)) from error
    except UnidentifiedImageError as error:
        raise PictureError(
            told("the picture `{name}` is not a whole {kind} file", name=name, kind=kind.upper())
        ) from error
    except (OSError, ValueError, SyntaxError, EOFError, zlib.error, struct.error) as error:
        message = told("the picture `{name}` is not a whole {kind} file", name=name, kind=kind.upper())
        raise PictureError(message, as_it_is(str(error)[:80]) if str(error) else None) from error


def _clean_pixels(name: str, data: bytes, kind: str) -> bytes:
    with Image.open(io.BytesIO(data), formats=[kind.upper()]) as image:
        if image.width * image.height > MAXIMUM_PIXELS:
            raise PictureError(_too_large(name))
        image.load()
        return clean_pixels(image, data, kind)


def _too_large(name: str) -> Told:
    return told(
        "the picture `{name}` has more than {maximum} pixels", name=name, maximum=Grouped(MAXIMUM_PIXELS)
    )


# Shapes ----------------------------------------------------------------------------------------------


def _shapes(name: str, data: bytes) -> Picture:
    """Return a picture of shapes, after a look at everything in it."""
    root = _svg_root(name, data)
    elements = [each for each in root.iter() if isinstance(each.tag, str)]
    for each in elements:
        _check_svg_element(name, each)
    _check_uses(name, elements)
    if sum(len(value) for each in elements for value in each.values()) > MAXIMUM_PATH:
        raise PictureError(
            told(
                "the picture `{name}` has more than {maximum} characters of paths",
                name=name,
                maximum=Grouped(MAXIMUM_PATH),
            )
        )
    width, height = _svg_size(name, root)
    return Picture(name, "svg", clean_shapes(root), width, height)


def _svg_size(name: str, root: etree._Element) -> tuple[float, float]:
    """Return an SVG's width and height in user units."""
    width, height = (_LENGTH.fullmatch(root.get(side, "")) for side in ("width", "height"))
    if width and height:
        return _size(name, float(width[1]), float(height[1]))
    numbers = root.get("viewBox", "").replace(",", " ").split()
    if len(numbers) != 4 or not all(map(_NUMBER.fullmatch, numbers)):
        raise PictureError(
            told("the picture `{name}` has no size", name=name),
            told('expected width="…" height="…" or viewBox="…"'),
        )
    return _size(name, float(numbers[2]), float(numbers[3]))


def _size(name: str, width: float, height: float) -> tuple[float, float]:
    if not (0 < width <= 100_000 and 0 < height <= 100_000):
        raise PictureError(
            told(
                "the picture `{name}` is {width} × {height} units large",
                name=name,
                width=f"{width:g}",
                height=f"{height:g}",
            )
        )
    return width, height


def _svg_root(name: str, data: bytes) -> etree._Element:
    parser = etree.XMLParser(resolve_entities=False, no_network=True, load_dtd=False, huge_tree=False)
    try:
        root = etree.fromstring(data, parser)
    except etree.XMLSyntaxError as error:
        raise PictureError(told("the picture `{name}` is not XML", name=name), as_it_is(error)) from error
    information: Any = root.getroottree().docinfo
    if information.doctype:
        raise PictureError(
            told("the picture `{name}` has a document type declaration", name=name), told("remove it")
        )
    if root.tag != f"{_SVG}svg":
        raise PictureError(told("the picture `{name}` is not SVG", name=name))
    return root


def _check_svg_element(name: str, element: etree._Element) -> None:
    """Raise PictureError for what is not drawn, and for what would leave the file or run."""
    tag = str(element.tag).removeprefix(_SVG)
    if tag not in _SVG_ELEMENTS:
        known = ", ".join(sorted(_SVG_ELEMENTS))
        raise PictureError(
            told("the picture `{name}` has <{tag}>, which is not drawn", name=name, tag=tag[-40:]),
            told("expected {what}", what=known),
        )
    for key, value in element.items():
        plain = str(key).rpartition("}")[2]
        if plain == "href" and not str(value).startswith("#"):
            raise PictureError(
                told("the picture `{name}` refers to another file", name=name),
                told("expected shapes of its own"),
            )
        if plain in _NUMBERS and (bad := _SHAPE_NUMBERS.search(str(value))):
            raise PictureError(
                told("the picture `{name}` has `{bad}` in {plain}=", name=name, bad=bad[0], plain=plain),
                told("expected plain numbers"),
            )
        if "url(" in str(value):
            raise PictureError(
                told("the picture `{name}` has url(…) in {plain}=", name=name, plain=plain),
                told("use plain colours"),
            )
        if plain.startswith("on") or plain == "style":
            raise PictureError(
                told("the picture `{name}` has {plain}=, which is not drawn", name=name, plain=plain),
                told("use attributes"),
            )
        if plain in _OPACITIES and str(value).strip() not in ("1", "1.0"):
            raise PictureError(
                told("the picture `{name}` is see-through ({plain}=)", name=name, plain=plain),
                told("use lighter colours"),
            )


def _check_uses(name: str, elements: Iterable[etree._Element]) -> None:
    """Raise PictureError for shapes that refer to others over and over, or are too many."""
    elements = list(elements)
    named = {each.get("id"): each for each in elements if each.get("id")}
    total = len(elements)
    for each in elements:
        if str(each.tag) != f"{_SVG}use":
            continue
        href = each.get("href") or each.get("{http://www.w3.org/1999/xlink}href") or ""
        target = named.get(href[1:])
        inside = list(target.iter()) if target is not None else []
        if target is None or any(str(inner.tag) == f"{_SVG}use" for inner in inside):
            raise PictureError(
                told(
                    "the picture `{name}` uses `{href}`, which is no shape of its own",
                    name=name,
                    href=href[:40],
                )
            )
        total += len(inside)
    if total > MAXIMUM_SHAPES:
        raise PictureError(
            told(
                "the picture `{name}` has more than {maximum} shapes",
                name=name,
                maximum=Grouped(MAXIMUM_SHAPES),
            )
        )
