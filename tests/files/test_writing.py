"""Files are written whole or not at all, and people's comments survive a change."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from planreports.errors import WritingError
from planreports.files.atomic import write_atomically
from planreports.files.resources import resource
from planreports.files.yaml_editing import edited_yaml


def test_a_file_is_replaced_whole_and_nothing_else_is_left(tmp_path: Path) -> None:
    path = tmp_path / "new" / "f.txt"
    write_atomically(path, b"one")
    write_atomically(path, b"two")
    assert path.read_bytes() == b"two"
    assert [each.name for each in path.parent.iterdir()] == ["f.txt"]


def test_a_failure_leaves_the_old_file_and_no_other(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = tmp_path / "f.txt"
    path.write_bytes(b"old")

    def full(*_: object) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(os, "replace", full)
    with pytest.raises(WritingError, match="cannot be written: No space left on device"):
        write_atomically(path, b"new")
    assert [each.name for each in tmp_path.iterdir()] == ["f.txt"]
    assert path.read_bytes() == b"old"


def test_a_folder_in_the_way_is_named(tmp_path: Path) -> None:
    (tmp_path / "f.txt").mkdir()
    with pytest.raises(WritingError, match="cannot be written: there is a folder of this name"):
        write_atomically(tmp_path / "f.txt", b"new")


def test_comments_order_and_quotation_marks_survive_a_change(tmp_path: Path) -> None:
    path = tmp_path / "f.yaml"
    text = "# whose\nb: 'x' # why\n\na:\n  - one # first\n  - \"two\"\n"
    path.write_text(text, "utf-8")
    with edited_yaml(path) as data:
        data["a"].append("three")
    assert path.read_text("utf-8") == text + "  - three\n"


def test_a_file_that_is_not_changed_is_not_written(tmp_path: Path) -> None:
    path = tmp_path / "f.yaml"
    path.write_bytes(b"a:   1\r\n")
    with edited_yaml(path) as data:
        assert data["a"] == 1
    assert path.read_bytes() == b"a:   1\r\n"


@pytest.mark.parametrize(
    "path", sorted(resource("examples", "workspace").rglob("*.yaml")), ids=lambda path: path.name
)
def test_an_example_file_with_one_change_differs_in_one_line(path: Path, tmp_path: Path) -> None:
    copy = tmp_path / path.name
    copy.write_bytes(path.read_bytes())
    with edited_yaml(copy) as data:
        data["one_more"] = "line"
    assert copy.read_text("utf-8") == path.read_text("utf-8") + "one_more: line\n"
