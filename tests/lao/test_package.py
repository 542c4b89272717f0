"""The package is light to import, and hostile text takes it no longer than any other."""

from __future__ import annotations

import subprocess
import sys

import pytest

from planreports import lao


def test_nothing_heavy_is_imported_for_syllables_and_folding() -> None:
    program = (
        "import sys\nfrom planreports import lao\nlao.folded('ກ'), lao.syllables('ກາ'), lao.occurrences('ກ', 'ກ')\n"
        "print(sorted({'icu4py', 'babel', 'pyuca', 'pydantic', 'lxml'} & set(sys.modules)))"
    )
    done = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=True)
    assert done.stdout == "[]\n"


def test_every_public_name_is_there_and_no_other() -> None:
    assert all(getattr(lao, name) for name in lao.__all__)
    assert sorted(lao.__all__) == dir(lao)
    with pytest.raises(AttributeError, match="has no attribute 'tones'"):
        lao.tones  # noqa: B018


@pytest.mark.parametrize(
    "part", ["ກ", "\u0ec9", "\u0ecd\u0eb2", "ເ", "ວ", "ອ", "ກວ", "ດີກວ່າ", "໌", "ຯ", "ໆ", "ກa1 ", "\u200bກ", "ຫ"]
)
def test_a_hundred_thousand_of_anything_are_taken(part: str) -> None:
    text = part * (100_000 // len(part))
    assert "".join(lao.syllables(text)) == text
    assert "".join(lao.words(text)) == text
    assert lao.occurrences(text, "ຂ") == []
    assert lao.folded(lao.folded(text)) == lao.folded(text)
    assert lao.dates_in(text) == []
