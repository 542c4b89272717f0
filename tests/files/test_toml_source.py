"""TOML files: values, the places of their keys, and broken files."""

from __future__ import annotations

from pathlib import Path

import pytest

from planreports.errors import DataError
from planreports.files.toml_source import read_toml


def written(folder: Path, text: str) -> Path:
    path = folder / "f.toml"
    path.write_text(text, "utf-8")
    return path


def test_keys_and_tables_know_their_places(tmp_path: Path) -> None:
    source = read_toml(written(tmp_path, 'a = 1\n\n[b.c]\n  d = "x" # why\ne = { f = 1 }\n'), "f.toml")
    assert source.value == {"a": 1, "b": {"c": {"d": "x", "e": {"f": 1}}}}
    assert source.place(("a",)) == (1, 5)
    assert source.place(("b", "c")) == (3, 2)
    assert source.place(("b", "c", "d")) == (4, 7)
    assert source.key_place(("b", "c", "d")) == (4, 3)
    assert source.place(("b", "c", "e", "f")) == (5, 5)


def test_broken_toml_has_a_place(tmp_path: Path) -> None:
    with pytest.raises(DataError) as caught:
        read_toml(written(tmp_path, "a = 1\nb = \n"), "f.toml")
    assert str(caught.value) == (
        'f.toml:2:5: this is not TOML: Invalid value: words stand in straight quotation marks ("…"); '
        "true, false and numbers do not"
    )


def test_days_without_quotation_marks_are_told_to_have_them(tmp_path: Path) -> None:
    with pytest.raises(DataError) as caught:
        read_toml(written(tmp_path, "a = 04-01\n"), "f.toml")
    assert str(caught.value) == (
        "f.toml:1:6: this is not TOML: Expected newline or end of document after a statement: "
        'words and days stand in straight quotation marks ("…")'
    )


def test_the_tables_of_an_array_know_their_places(tmp_path: Path) -> None:
    text = "[[a]]\nid = 1\n[[a.b]]\nc = 2\n[[a]]\nid = 3\n[[a.b]]\nc = 4\n[a.d]\ne = 5\n"
    source = read_toml(written(tmp_path, text), "f.toml")
    assert source.value == {"a": [{"id": 1, "b": [{"c": 2}]}, {"id": 3, "b": [{"c": 4}], "d": {"e": 5}}]}
    assert [source.place(("a", number, "id")) for number in range(2)] == [(2, 6), (6, 6)]
    assert [source.place(("a", number, "b", 0, "c")) for number in range(2)] == [(4, 5), (8, 5)]
    assert source.place(("a", 1, "d", "e")) == (10, 5)
    assert source.place(("a", 1)) == (5, 3)


def test_lines_inside_a_value_are_no_keys_and_no_tables(tmp_path: Path) -> None:
    text = 'a = [ # [x\n  ["en"],\n  ["lo"]\n]\nb = """\nc = 1\n[d]\n\\""""\nc = \'\'\'\n]\'\'\'\nd = "[" # """\ne = 1'
    source = read_toml(written(tmp_path, text), "f.toml")
    assert list(source.places.items()) == [
        ((), (1, 1)),
        (("a",), (1, 5)),
        (("b",), (5, 5)),
        (("c",), (9, 5)),
        (("d",), (11, 5)),
        (("e",), (12, 5)),
    ]


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("a = " + "[" * 20_000, "f.toml: tables and lists stand more than 50 deep"),
        (".".join("a" * 100) + " = 1", "f.toml: tables and lists stand more than 50 deep"),
        ("a = " + "9" * 5_000, "f.toml: this is not TOML: a number has too many digits"),
    ],
)
def test_toml_without_measure_is_refused(tmp_path: Path, text: str, message: str) -> None:
    with pytest.raises(DataError) as caught:
        read_toml(written(tmp_path, text), "f.toml")
    assert str(caught.value) == message
