"""A picture's file becomes one of nothing but pixels or shapes, upright.

Cameras and programs write into pictures who made them, where and with what; a document must not carry that
on. Pixels stay as they are wherever the file can be cleaned without decoding it.
"""

from __future__ import annotations

import io
import re
import struct
from collections.abc import Iterator

from lxml import etree
from PIL import Image, ImageOps

_ORIENTATION = 0x0112
_SVG = "http://www.w3.org/2000/svg"
_FOREIGN = ("{http://www.w3.org/1999/xlink}href", "{http://www.w3.org/XML/1998/namespace}lang")
"""Attributes of other vocabularies that SVG itself uses."""

_PNG_SIGNATURE = 8
_PNG_CHUNKS = (
    b"IHDR",
    b"PLTE",
    b"IDAT",
    b"IEND",
    b"tRNS",
    b"gAMA",
    b"cHRM",
    b"sRGB",
    b"iCCP",
    b"pHYs",
    b"sBIT",
)
"""What pixels need (ISO/IEC 15948, 11): no text, time, or frames of an animation."""

_JPEG_SCAN, _JPEG_END = 0xDA, 0xD9
_JPEG_MARKER = re.compile(rb"\xff[^\x00\xd0-\xd7\xff]")
"""What ends the coded data of a scan (ITU-T T.81, B.1.1): any marker but a restart."""


def clean_pixels(image: Image.Image, data: bytes, kind: str) -> bytes:
    """Return a decoded picture's file without what is no pixel of it, turned as its camera was held."""
    if image.getexif().get(_ORIENTATION, 1) != 1:
        return _encoded(ImageOps.exif_transpose(image), kind)
    if image.mode.startswith("I"):
        return _encoded(image.point(lambda value: value / 257).convert("L"), kind)
    try:
        return _clean_jpeg(data) if kind == "jpeg" else _clean_png(data)
    except (IndexError, struct.error):
        return _encoded(image, kind)


def clean_shapes(root: etree._Element) -> bytes:
    """Return an SVG's file without comments, and without attributes that SVG does not know."""
    for element in list(root.iter(etree.Comment, etree.ProcessingInstruction)):
        _without(element)
    for element in root.iter():
        for key in list(element.attrib):
            if str(key).startswith("{") and key not in _FOREIGN:
                del element.attrib[key]
    etree.cleanup_namespaces(root)
    return etree.tostring(root, encoding="UTF-8", xml_declaration=True)


def _without(element: etree._Element) -> None:
    """Take an element out, and leave the words after it."""
    parent, tail = element.getparent(), element.tail or ""
    if parent is None:
        return
    before = element.getprevious()
    if before is not None:
        before.tail = (before.tail or "") + tail
    else:
        parent.text = (parent.text or "") + tail
    element.tail = None
    parent.remove(element)


def _encoded(image: Image.Image, kind: str) -> bytes:
    out = io.BytesIO()
    image.info = {key: value for key, value in image.info.items() if key == "transparency"}
    if kind == "jpeg":
        image.save(out, "JPEG", quality=95, subsampling=0)
    else:
        image.save(out, "PNG")
    return out.getvalue()


def _clean_png(data: bytes) -> bytes:
    return data[:_PNG_SIGNATURE] + b"".join(whole for kind, whole in _png_chunks(data) if kind in _PNG_CHUNKS)


def _png_chunks(data: bytes) -> Iterator[tuple[bytes, bytes]]:
    """Yield the kind of each chunk and all of its bytes, up to the last that counts."""
    position, kind = _PNG_SIGNATURE, b""
    while kind != b"IEND":
        length, kind = struct.unpack_from(">I4s", data, position)
        yield kind, data[position : position + length + 12]
        position += length + 12


def _clean_jpeg(data: bytes) -> bytes:
    """Return a JPEG without comments, without application data that decoding does not need, up to its end."""
    kept = [data[:2]]
    position = 2
    while (marker := data[position + 1]) != _JPEG_END:
        if marker == 0xFF:  # a fill byte
            position += 1
            continue
        (length,) = struct.unpack_from(">H", data, position + 2)
        segment = data[position : position + 2 + length]
        position += 2 + length
        if _is_needed(marker, segment):
            kept.append(segment)
        if marker == _JPEG_SCAN:
            found = _JPEG_MARKER.search(data, position)
            if found is None:
                raise IndexError
            kept.append(data[position : found.start()])
            position = found.start()
    return b"".join([*kept, b"\xff\xd9"])


def _is_needed(marker: int, segment: bytes) -> bool:
    """Return whether decoding needs a segment: JFIF's, profiles and Adobe's transform of the colours too."""
    if marker == 0xFE:
        return False
    if 0xE0 <= marker <= 0xEF:
        return segment[4:].startswith((b"JFIF\x00", b"ICC_PROFILE\x00", b"Adobe"))
    return True
