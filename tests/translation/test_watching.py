"""What was saved in folders is seen."""

from __future__ import annotations

from pathlib import Path

from planreports.translation.watching import changes


def test_files_that_are_saved_made_or_removed_are_seen(tmp_path: Path) -> None:
    kept, gone, new = (tmp_path / "deep" / name for name in ("kept.po", "gone.po", "new.po"))
    kept.parent.mkdir()
    kept.write_text("one", "utf-8")
    gone.write_text("one", "utf-8")
    seen = changes([tmp_path])
    kept.write_text("other", "utf-8")
    gone.unlink()
    new.write_text("", "utf-8")
    assert next(seen) == [gone, kept, new]
    kept.write_text("another", "utf-8")
    assert next(seen) == [kept]


def test_hidden_files_and_folders_that_are_not_there_do_not_count(tmp_path: Path) -> None:
    seen = changes([tmp_path, tmp_path / "none"])
    (tmp_path / ".kept.po.swp").write_text("", "utf-8")
    (tmp_path / ".git").mkdir()
    (tmp_path / ".git" / "index").write_text("", "utf-8")
    (tmp_path / "kept.po").write_text("", "utf-8")
    assert next(seen) == [tmp_path / "kept.po"]
