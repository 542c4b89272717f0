"""The page on layouts shows every piece as it is drawn: `pytest --accept tests/pictures` draws them anew."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.pictures.comparison import PictureAcceptance
from tests.pictures.macros import PICTURES, Piece, picture, pieces


@pytest.mark.parametrize("piece", tuple(pieces()), ids=lambda each: each.name)
def test_the_page_shows_a_piece_as_it_is_drawn(piece: Piece, accept: bool, tmp_path: Path) -> None:
    PictureAcceptance(PICTURES, accept, tmp_path / "kept").picture(piece.name, picture(piece, tmp_path))


def test_every_picture_is_shown_once() -> None:
    shown = [piece.name for piece in pieces()]
    assert sorted(path.stem for path in PICTURES.glob("*.png")) == sorted(shown)
    assert len(shown) >= 7
