"""A long table as PDF: ours, tagged; and reportlab's own LongTable of shaped Paragraphs, untagged."""

from __future__ import annotations

import io
import statistics
import sys
import time
from collections.abc import Callable

from reportlab.lib.pagesizes import A4, landscape
from reportlab.lib.styles import ParagraphStyle
from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.ttfonts import TTFont
from reportlab.platypus import LongTable, Paragraph, SimpleDocTemplate

from benchmarks.tables import HEAD, WIDTHS, document, is_lao, look, rows
from planreports.writers import pdf
from planreports.writers.pdf.fonts import font_file


def ours(count: int) -> bytes:
    """Return our file."""
    return pdf.write(document(count), *look())


def reportlabs(count: int) -> bytes:
    """Return reportlab's file; its fonts are the variable ones as they are."""
    for family in ("Noto Sans", "Noto Sans Lao"):
        pdfmetrics.registerFont(
            TTFont(family, str(font_file(family, bold=False, italic=False)), shapable=True)
        )
    styles = [
        ParagraphStyle(family, fontName=family, fontSize=7.8, leading=11.5, shaping=1)
        for family in ("Noto Sans", "Noto Sans Lao")
    ]
    words = [HEAD, *rows(count)]
    cells = [[Paragraph(each, styles[is_lao(n)]) for n, each in enumerate(row)] for row in words]
    width = landscape(A4)[0] - 80
    table = LongTable(cells, [each * width / sum(WIDTHS) for each in WIDTHS], repeatRows=1)
    out = io.BytesIO()
    SimpleDocTemplate(out, pagesize=landscape(A4), margins=40).build([table])
    return out.getvalue()


def seconds(make: Callable[[int], bytes], count: int, runs: int) -> float:
    """Return the median time of some runs."""
    times = []
    for _ in range(runs):
        start = time.perf_counter()
        make(count)
        times.append(time.perf_counter() - start)
    return statistics.median(times)


def main() -> None:
    """Print both times and their ratio; the arguments are numbers of rows."""
    for count in [int(each) for each in sys.argv[1:]] or [400, 1600]:
        mine, theirs = seconds(ours, count, 3), seconds(reportlabs, count, 1)
        print(f"{count} rows: ours {mine:.2f} s, reportlab {theirs:.2f} s, ×{theirs / mine:.1f}")


if __name__ == "__main__":
    main()
