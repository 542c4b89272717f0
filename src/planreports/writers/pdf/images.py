"""Pictures of pixels become image objects (ISO 32000-1, 8.9.5); what is see-through gets a soft mask."""

from __future__ import annotations

import hashlib
import io
import struct
from collections.abc import Iterator

from PIL import Image

from planreports.document.nodes import Picture
from planreports.writers.pdf.objects import Objects

_SPACES = {"L": (b"/DeviceGray", 1), "RGB": (b"/DeviceRGB", 3)}
_SIGNATURE = 8


def image_name(picture: Picture) -> str:
    """Return the resource name of a picture: the same for the same file."""
    return f"I{hashlib.sha256(picture.data).hexdigest()[:16]}"


def image_object(picture: Picture, objects: Objects) -> bytes:
    """Add a picture's image object; return the reference to it. A JPEG stays as it is where PDF reads it."""
    with Image.open(io.BytesIO(picture.data)) as image:
        image.load()
    if picture.kind == "jpeg" and image.mode in _SPACES:
        return objects.stream(picture.data, _entries(image) + b"/Filter/DCTDecode", plain=True)
    if not image.has_transparency_data:
        return _flate(image.convert("L" if image.mode in ("1", "L") else "RGB"), objects)
    whole = image.convert("RGBA")
    mask = _flate(whole.getchannel("A"), objects)
    return _flate(whole.convert("RGB"), objects, b"/SMask %b" % mask)


def _flate(image: Image.Image, objects: Objects, extra: bytes = b"") -> bytes:
    """Add an image compressed as PNG does it, whose rows a PDF reader decodes alike (7.4.4.4)."""
    _, colours = _SPACES[image.mode]
    file = io.BytesIO()
    image.save(file, format="PNG")
    predictor = b"/DecodeParms<</Predictor 15/Colors %d/Columns %d>>" % (colours, image.width)
    content = b"".join(data for kind, data in _chunks(file.getvalue()) if kind == b"IDAT")
    entries = _entries(image) + extra + b"/Filter/FlateDecode" + predictor
    return objects.stream(content, entries, plain=True)


def _entries(image: Image.Image) -> bytes:
    space, _ = _SPACES[image.mode]
    return b"/Type/XObject/Subtype/Image/Width %d/Height %d/ColorSpace%b/BitsPerComponent 8" % (
        image.width,
        image.height,
        space,
    )


def _chunks(png: bytes) -> Iterator[tuple[bytes, bytes]]:
    """Yield the kind and the data of a PNG file's chunks (ISO/IEC 15948, 5.3)."""
    position = _SIGNATURE
    while position < len(png):
        length, kind = struct.unpack_from(">I4s", png, position)
        yield kind, png[position + 8 : position + 8 + length]
        position += 12 + length
