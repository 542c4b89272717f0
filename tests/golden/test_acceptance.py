"""How golden documents are compared: with a difference to read, and a way to accept it."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.acceptance import Acceptance


def test_a_difference_is_shown_as_one_and_says_how_to_accept_it(tmp_path: Path) -> None:
    (tmp_path / "brief.txt").write_text("H1 “Brief”\nP “one”\nP “two”\n", "utf-8")
    with pytest.raises(AssertionError) as caught:
        Acceptance(tmp_path, accept=False).text("brief.txt", "H1 “Brief”\nP “one”\nP “three”\n")
    assert str(caught.value).splitlines() == [
        "brief.txt differs from what was accepted; if this is right, run  pytest --accept  and commit what it rewrites",
        "--- accepted",
        "+++ found",
        "@@ -1,3 +1,3 @@",
        " H1 “Brief”",
        " P “one”",
        "-P “two”",
        "+P “three”",
    ]


def test_what_was_never_accepted_is_said_to_be_new(tmp_path: Path) -> None:
    with pytest.raises(AssertionError, match=r"^new\.txt has not been accepted yet; if this is right, run"):
        Acceptance(tmp_path, accept=False).text("new.txt", "P\n")


def test_a_long_difference_is_cut(tmp_path: Path) -> None:
    with pytest.raises(AssertionError, match="… and 883 more lines"):
        Acceptance(tmp_path, accept=False).text("new.txt", "P\n" * 1000)


def test_accepting_writes_what_came_out(tmp_path: Path) -> None:
    Acceptance(tmp_path / "golden", accept=True).text("brief.txt", "P “one”\n")
    Acceptance(tmp_path / "golden", accept=False).text("brief.txt", "P “one”\n")
    assert (tmp_path / "golden" / "brief.txt").read_text("utf-8") == "P “one”\n"
