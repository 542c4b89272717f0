"""LibreOffice opens and saves review sheets: nothing of them is lost, and an edit is exactly that edit."""

from __future__ import annotations

import subprocess
from pathlib import Path

import pytest

from planreports.translation.catalog_files import catalog_files
from tests.translation.review_sheets import (
    cell_of,
    merged,
    sheet_file,
    told,
    with_cells,
    with_document,
    word_cell,
    write_catalogs,
    write_words,
)

FILTERS = {"xlsx": "xlsx:Calc MS Excel 2007 XML", "docx": "docx:MS Word 2007 XML"}


@pytest.fixture(scope="module")
def locales(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return write_catalogs(tmp_path_factory.mktemp("catalogs"))


@pytest.fixture(scope="module")
def saved(locales: Path, tmp_path_factory: pytest.TempPathFactory) -> dict[str, bytes]:
    """Return the sheets as LibreOffice saved them, by their format."""
    folder = tmp_path_factory.mktemp("saved")
    profile = f"-env:UserInstallation={(tmp_path_factory.mktemp('profile')).as_uri()}"
    for format_, target in FILTERS.items():
        file = folder / f"review.{format_}"
        file.write_bytes(sheet_file(catalog_files([locales]), format_))
        command = ["soffice", "--headless", profile, "--convert-to", target, "--outdir", folder / "out", file]
        subprocess.run(command, capture_output=True, check=True, timeout=300)
    return {format_: (folder / "out" / f"review.{format_}").read_bytes() for format_ in FILTERS}


@pytest.mark.interop("soffice")
@pytest.mark.parametrize("format_", FILTERS)
def test_a_sheet_that_libreoffice_saved_changes_nothing(
    format_: str, saved: dict[str, bytes], locales: Path
) -> None:
    result = merged(saved[format_], locales)
    assert (result.rows, result.merged, told(result)) == (11, (), [])


@pytest.mark.interop("soffice")
def test_an_edit_of_a_workbook_that_libreoffice_saved_is_exactly_that(
    saved: dict[str, bytes], locales: Path
) -> None:
    cell = cell_of(saved["xlsx"], "1.1.1a")
    result = merged(with_cells(saved["xlsx"], {cell: "ສອງຝ່າຍຍິນດີ."}), locales)
    assert told(result) == []
    assert [(each.message.id, each.change.words) for each in result.merged] == [("1.1.1a", "ສອງຝ່າຍຍິນດີ.")]


@pytest.mark.interop("soffice")
def test_an_edit_of_a_word_file_that_libreoffice_saved_is_exactly_that(
    saved: dict[str, bytes], locales: Path
) -> None:
    edited = with_document(
        saved["docx"], lambda root: write_words(word_cell(root, "1.1.1a", 2), "ສອງຝ່າຍຍິນດີ.")
    )
    result = merged(edited, locales)
    assert told(result) == []
    assert [(each.message.id, each.change.words) for each in result.merged] == [("1.1.1a", "ສອງຝ່າຍຍິນດີ.")]
