"""LibreOffice and openpyxl read every workbook whole, and it keeps Microsoft's Open XML rules."""

from __future__ import annotations

import csv
import datetime
import subprocess
from pathlib import Path

import openpyxl
import pytest

from tests.interop.names import WORKBOOKS
from tests.writers.trees import unspaced

EVERY_SHEET = "csv:Text - txt - csv (StarCalc):44,34,76,1,,0,false,true,false,false,false,-1"
"""LibreOffice's filter: commas, UTF-8, cells as they are shown, every sheet a file."""


@pytest.fixture(scope="session")
def sheets(files: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return a folder with what LibreOffice made of every workbook: `NAME.pdf`, and `NAME-SHEET.csv`."""
    folder = tmp_path_factory.mktemp("sheets")
    profile = f"-env:UserInstallation={(tmp_path_factory.mktemp('profile')).as_uri()}"
    for target in ("pdf", EVERY_SHEET):
        command = ["soffice", "--headless", profile, "--convert-to", target, "--outdir", folder]
        command += [files / f"{name}.xlsx" for name in WORKBOOKS]
        subprocess.run(command, capture_output=True, check=True, timeout=300)
    return folder


def _shown(value: object) -> str:
    return "" if value is None else unspaced(str(value))


@pytest.mark.interop("soffice")
@pytest.mark.parametrize("name", WORKBOOKS)
def test_libreoffice_shows_every_word_of_every_sheet(files: Path, sheets: Path, name: str) -> None:
    book = openpyxl.load_workbook(files / f"{name}.xlsx")
    assert (sheets / f"{name}.pdf").stat().st_size > 0
    for sheet in book.worksheets:
        with (sheets / f"{name}-{sheet.title.replace('/', '_')}.csv").open(
            encoding="utf-8", newline=""
        ) as file:
            found = [[unspaced(each) for each in row] for row in csv.reader(file)]
        for wanted, row in zip(sheet.iter_rows(), found, strict=False):
            for cell, shown in zip(wanted, row, strict=False):
                if isinstance(cell.value, str):
                    assert shown == _shown(cell.value), cell.coordinate
                elif isinstance(cell.value, datetime.datetime):
                    assert str(cell.value.year) in shown, cell.coordinate
        assert len(found) >= sheet.max_row - 1


@pytest.mark.interop("openxml-audit")
@pytest.mark.parametrize("name", WORKBOOKS)
def test_every_rule_of_workbooks_is_kept(files: Path, name: str) -> None:
    from openxml_audit import OpenXmlValidator

    result = OpenXmlValidator().validate(str(files / f"{name}.xlsx"))
    assert [str(error) for error in result.errors] == []
    assert result.is_valid
