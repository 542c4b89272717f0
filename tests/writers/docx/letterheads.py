"""A ministry's letterhead as Word saves one, and files that are less than that."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Callable

import docx
from docx.document import Document
from docx.oxml.ns import qn
from docx.shared import Mm, Pt, RGBColor
from PIL import Image, ImageDraw

Change = Callable[[str], str]


def seal() -> bytes:
    image = Image.new("RGB", (120, 120), "white")
    ImageDraw.Draw(image).ellipse((5, 5, 115, 115), fill="#1F3A5F")
    out = io.BytesIO()
    image.save(out, "PNG")
    return out.getvalue()


def letterhead(*changes: Callable[[Document], object]) -> bytes:
    """Return a letterhead: A4 with other margins, Times New Roman, a seal on the first page."""
    document = docx.Document()
    normal = document.styles["Normal"]
    normal.font.name, normal.font.size = "Times New Roman", Pt(12)
    heading = document.styles["Heading 2"]
    heading.font.size, heading.font.bold = Pt(14), True
    heading.font.color.rgb = RGBColor(0x80, 0, 0)
    fonts = heading.element.rPr.rFonts
    fonts.attrib.clear()
    fonts.set(qn("w:ascii"), "Times New Roman")
    document.styles["Body Text"].font.size = Pt(12)
    section = document.sections[0]
    section.page_width, section.page_height = Mm(210), Mm(297)
    section.left_margin, section.right_margin = Mm(30), Mm(15)
    section.top_margin = section.bottom_margin = Mm(25)
    section.different_first_page_header_footer = True
    first = section.first_page_header.paragraphs[0]
    first.add_run().add_picture(io.BytesIO(seal()), width=Mm(18))
    section.first_page_header.add_paragraph("Lao People’s Democratic Republic")
    section.header.paragraphs[0].text = "Ministry of Foreign Affairs"
    section.footer.paragraphs[0].text = "Sisavath Road, Vientiane"
    section.first_page_footer.paragraphs[0].text = "Sisavath Road, Vientiane"
    for change in changes:
        change(document)
    out = io.BytesIO()
    document.save(out)
    return out.getvalue()


def repacked(data: bytes, **changes: Change | bytes | None) -> bytes:
    """Return a Word file with parts changed, replaced, or (None) taken out; `word_styles` is word/styles.xml.

    Names of parts that are no identifiers are given in `**{}`.
    """
    out = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as source, zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as made:
        for name in source.namelist():
            content: bytes | None = source.read(name)
            if name in changes:
                change = changes.pop(name)
                content = change(content.decode()).encode() if callable(change) and content else change  # type: ignore[assignment]
            if content is not None:
                made.writestr(name, content)
        for name, change in changes.items():
            if isinstance(change, bytes):
                made.writestr(name, change)
    return out.getvalue()
