"""Workbooks made of small trees, read back by openpyxl."""

from __future__ import annotations

import io
from typing import Any

import openpyxl

from planreports.document.nodes import Block, Document
from planreports.writers.xlsx import write
from tests.writers.trees import BREAKER, STYLESHEET, document


def written(whole: Document) -> bytes:
    return write(whole, STYLESHEET, BREAKER)


def opened(data: bytes) -> Any:
    return openpyxl.load_workbook(io.BytesIO(data), rich_text=True)


def workbook(*blocks: Block, **section: Any) -> Any:
    """Return the workbook of a document with these blocks."""
    return opened(written(document(*blocks, **section)))


def rows(sheet: Any) -> list[list[object]]:
    """Return the values of a sheet's cells, words without their fonts."""
    return [
        [str(each) if isinstance(each, list) else each for each in row]
        for row in sheet.iter_rows(values_only=True)
    ]
