"""Words are divided where their language's patterns allow, as other programs that have them do."""

from __future__ import annotations

import itertools

import pyphen
import pytest
from hypothesis import given
from hypothesis import strategies as st

from planreports.i18n.hyphenation import divisions


@pytest.mark.parametrize(
    ("word", "language", "divided"),
    [
        ("cooperation", "en", "co-oper-a-tion"),
        ("agricultural", "en", "ag-ri-cul-tural"),
        ("strengthen", "en", "strengthen"),
        ("word", "en", "word"),
        ("coopération", "fr", "co-opé-ra-tion"),
        ("cooperation", "lo", "cooperation"),
        ("cooperation", "de", "cooperation"),
        ("", "en", ""),
    ],
)
def test_a_word_is_divided_as_dictionaries_do(word: str, language: str, divided: str) -> None:
    places = {0, *divisions(word, language), len(word)}
    ends = sorted(places)
    assert "-".join(word[start:end] for start, end in itertools.pairwise(ends)) == divided


@given(st.text("abcdefghilmnoprstuvwyz", min_size=1, max_size=24))
def test_patterns_are_read_as_pyphen_reads_them(word: str) -> None:
    assert divisions(word, "en") == tuple(pyphen.Pyphen(lang="en_GB", left=2, right=3).positions(word))
