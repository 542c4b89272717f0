"""Figures become pictures in the line of a paragraph of their own (DrawingML, ISO/IEC 29500-1, 20)."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from planreports.document.nodes import Figure, Picture
from planreports.writers.docx.place import Place
from planreports.writers.docx.xml import Xml, checked, element, quoted
from planreports.writers.pdf.figures import SizedPicture, sized_picture

if TYPE_CHECKING:
    from planreports.writers.docx.blocks import BlockWriter

_EMU = 12700
"""English Metric Units in a point (20.1.2.1)."""

_DRAWING = "http://schemas.openxmlformats.org/drawingml/2006/main"
_PICTURE = "http://schemas.openxmlformats.org/drawingml/2006/picture"
_PLACING = "http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing"
_SVG = "http://schemas.microsoft.com/office/drawing/2016/SVG/main"
_SVG_EXTENSION = "{96DAC541-7B7A-43D3-8B79-37D633B846F1}"


def figure(block: Figure, place: Place, writer: BlockWriter) -> Iterator[Xml]:
    """Yield a figure: its picture, kept with the caption below it. Shapes have pixels for older programs."""
    typesetter = writer.shared.measures.typesetter
    shown = sized_picture(block, place.width / 20, writer.stylesheet, typesetter)
    drawing = _drawing(block, shown, writer)
    content = writer.run_writer.references.bookmarked(block.anchor, element("r", element("drawing", drawing)))
    is_kept = bool(block.caption) or place.kept
    properties = element(
        "pPr",
        element("pStyle", val=writer.shared.styles.figure(place.align, kept=is_kept)),
        element("pageBreakBefore") if place.starts_page else None,
    )
    yield element("p", properties, content)
    yield from writer.blocks(block.caption, place._replace(starts_page=False, before=None))


def _drawing(block: Figure, shown: SizedPicture, writer: BlockWriter) -> Xml:
    width, height = round(shown.width * _EMU), round(shown.height * _EMU)
    number, blip = writer.shared.pictures.next_number(), _blip(block, shown.picture, writer)
    words = quoted(checked(block.alternative, block.origin))
    name = quoted(f"Picture {number}")
    return (
        f'<wp:inline xmlns:wp="{_PLACING}" distT="0" distB="0" distL="0" distR="0">'
        f'<wp:extent cx="{width}" cy="{height}"/><wp:docPr id="{number}" name={name} descr={words}/>'
        f'<a:graphic xmlns:a="{_DRAWING}"><a:graphicData uri="{_PICTURE}"><pic:pic xmlns:pic="{_PICTURE}">'
        f'<pic:nvPicPr><pic:cNvPr id="{number}" name={name} descr={words}/><pic:cNvPicPr/></pic:nvPicPr>'
        f"<pic:blipFill>{blip}<a:stretch><a:fillRect/></a:stretch></pic:blipFill>"
        f'<pic:spPr><a:xfrm><a:off x="0" y="0"/><a:ext cx="{width}" cy="{height}"/></a:xfrm>'
        '<a:prstGeom prst="rect"><a:avLst/></a:prstGeom></pic:spPr></pic:pic></a:graphicData></a:graphic>'
        "</wp:inline>"
    )


def _blip(block: Figure, picture: Picture, writer: BlockWriter) -> Xml:
    """Return the reference to the picture: to pixels, and for shapes to the SVG in an extension."""
    part, pictures = writer.run_writer.part, writer.shared.pictures
    if picture.kind != "svg":
        return f'<a:blip r:embed="{pictures.relation(part, picture.data, picture.kind)}"/>'
    pixels = pictures.fallback(block, picture, writer.stylesheet)
    return (
        f'<a:blip r:embed="{pictures.relation(part, pixels, "png")}"><a:extLst><a:ext uri="{_SVG_EXTENSION}">'
        f'<asvg:svgBlip xmlns:asvg="{_SVG}" r:embed="{pictures.relation(part, picture.data, "svg")}"/>'
        "</a:ext></a:extLst></a:blip>"
    )
