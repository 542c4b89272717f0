"""The peers, each as its documentation shows: data in, the same matrix out, headings repeated.

Fonts are the static Noto Sans and Noto Sans Lao of Debian's `fonts-noto-core`.
"""

from __future__ import annotations

import html
import io
import json
import tempfile
from collections.abc import Callable
from pathlib import Path

from benchmarks.matrix import HEAD, LEADING, SIZE, TITLE, WIDTHS, is_lao, language, rows

FONTS = Path("/usr/share/fonts/truetype/noto")

_TYPST = """
#set document(title: "{title}", date: datetime(year: 2026, month: 10, day: 12))
#set page("a4", flipped: true, margin: 15mm)
#set text(font: ("Noto Sans", "Noto Sans Lao"), size: {size}pt, lang: "en")
#let rows = json("rows.json")
#let lao(words) = text(lang: "lo", words)
#let cells(row) = row.enumerate().map(((n, words)) => if n == 2 or n == 7 {{ lao(words) }} else {{ words }})
#table(
  columns: ({columns}),
  stroke: (x: none, y: 0.4pt + rgb("#C9CFD6")),
  table.header(..cells(rows.first())),
  ..rows.slice(1).map(cells).flatten(),
)
"""


def typst(count: int) -> Callable[[], bytes]:
    """Return what Typst needs: tagged PDF with both claims, data from JSON."""
    import typst as engine

    folder = Path(tempfile.mkdtemp())
    columns = ", ".join(f"{width}fr" for width in WIDTHS)
    (folder / "rows.json").write_text(json.dumps([HEAD, *rows(count)]))
    source = folder / "matrix.typ"
    source.write_text(_TYPST.format(title=TITLE, size=SIZE, columns=columns))
    return lambda: engine.compile(
        source, font_paths=[FONTS], ignore_system_fonts=True, pdf_standards=["a-2a", "ua-1"]
    )


def weasyprint(count: int) -> Callable[[], bytes]:
    """Return what WeasyPrint needs: an HTML table, tagged as PDF/UA-1."""
    import weasyprint as engine

    def make() -> bytes:
        head = "".join(f'<th lang="{language(n)}">{html.escape(each)}</th>' for n, each in enumerate(HEAD))
        body = "".join(
            "<tr>"
            + "".join(f'<td lang="{language(n)}">{html.escape(each)}</td>' for n, each in enumerate(row))
            + "</tr>"
            for row in rows(count)
        )
        columns = "".join(f'<col style="width: {each / sum(WIDTHS):.2%}">' for each in WIDTHS)
        style = f"@page {{size: A4 landscape}} body {{font: {SIZE}pt Noto Sans, Noto Sans Lao}}"
        source = (
            f'<html lang="en"><head><title>{TITLE}</title>'
            f"<style>{style} table {{table-layout: fixed}}</style></head>"
            f"<body><table><colgroup>{columns}</colgroup><thead><tr>{head}</tr></thead><tbody>{body}</tbody></table>"
        )
        made: bytes = engine.HTML(string=source).write_pdf(pdf_variant="pdf/ua-1")
        return made

    return make


def reportlab(count: int) -> Callable[[], bytes]:
    """Return what reportlab's Platypus needs: shaped paragraphs in a LongTable; it cannot tag."""
    from reportlab.lib.pagesizes import A4, landscape
    from reportlab.lib.styles import ParagraphStyle
    from reportlab.pdfbase import pdfmetrics
    from reportlab.pdfbase.ttfonts import TTFont
    from reportlab.platypus import LongTable, Paragraph, SimpleDocTemplate

    def make() -> bytes:
        for name in ("NotoSans", "NotoSansLao"):
            pdfmetrics.registerFont(TTFont(name, str(FONTS / f"{name}-Regular.ttf"), shapable=True))
        styles = [
            ParagraphStyle(name, fontName=name, fontSize=SIZE, leading=LEADING, shaping=1)
            for name in ("NotoSans", "NotoSansLao")
        ]
        cells = [
            [Paragraph(html.escape(each), styles[is_lao(n)]) for n, each in enumerate(row)]
            for row in (HEAD, *rows(count))
        ]
        width = landscape(A4)[0] - 80
        table = LongTable(cells, [each * width / sum(WIDTHS) for each in WIDTHS], repeatRows=1)
        out = io.BytesIO()
        SimpleDocTemplate(out, pagesize=landscape(A4), margins=40).build([table])
        return out.getvalue()

    return make


def docxtpl(count: int) -> Callable[[], bytes]:
    """Return what docxtpl needs: a Word file with a row in a Jinja loop."""
    import docx
    from docxtpl import DocxTemplate

    template = docx.Document()
    table = template.add_table(rows=4, cols=len(HEAD))
    table.style = "Table Grid"
    for cell, words in zip(table.rows[0].cells, HEAD, strict=True):
        cell.text = words
    table.rows[1].cells[0].text = "{%tr for row in rows %}"
    for n, cell in enumerate(table.rows[2].cells):
        cell.text = f"{{{{ row[{n}] }}}}"
    table.rows[3].cells[0].text = "{%tr endfor %}"
    file = io.BytesIO()
    template.save(file)
    data = rows(count)

    def make() -> bytes:
        made = DocxTemplate(io.BytesIO(file.getvalue()))
        made.render({"rows": data}, autoescape=True)
        out = io.BytesIO()
        made.save(out)
        return out.getvalue()

    return make


def python_docx(count: int) -> Callable[[], bytes]:
    """Return what python-docx needs: its own calls, cell by cell, without any complex-script property."""
    import docx

    def make() -> bytes:
        made = docx.Document()
        table = made.add_table(rows=0, cols=len(HEAD))
        for row in (HEAD, *rows(count)):
            for cell, words in zip(table.add_row().cells, row, strict=True):
                cell.text = words
        out = io.BytesIO()
        made.save(out)
        return out.getvalue()

    return make
