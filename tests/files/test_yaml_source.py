"""YAML files: what is read, and that everything refused is reported with its place."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from ruamel.yaml import YAML

from planreports.errors import DataError
from planreports.files import reading
from planreports.files.characters import refusal
from planreports.files.source import Source
from planreports.files.yaml_source import parse_yaml, placed, read_yaml


def problems_of(text: str) -> list[str]:
    with pytest.raises(DataError) as caught:
        parse_yaml(text, "f.yaml")
    return str(caught.value).splitlines()


def test_every_scalar_stays_the_text_it_was_written_as() -> None:
    source = parse_yaml("id: 3.10\nword: no\ndate: 2026-10-22\nnothing:\nalso: ~\nquoted: '~'\n", "f.yaml")
    assert source.value == {
        "id": "3.10",
        "word": "no",
        "date": "2026-10-22",
        "nothing": None,
        "also": None,
        "quoted": "~",
    }


def test_values_and_keys_know_their_places() -> None:
    source = parse_yaml("a:\n  - b: x\n    c: y\n", "f.yaml")
    assert source.place(("a", 0, "c")) == (3, 8)
    assert source.key_place(("a", 0, "c")) == (3, 5)
    assert source.place(("a", 0, "absent", "deeper")) == (2, 5)


def test_duplicate_keys_are_all_reported() -> None:
    assert problems_of("a: 1\nb: 2\na: 3\nb: 4\n") == [
        "f.yaml:3:1: the key `a` stands twice; first in line 1",
        "f.yaml:4:1: the key `b` stands twice; first in line 2",
    ]


def test_anchors_aliases_and_tags_are_refused_before_anything_is_built() -> None:
    bomb = "a: &a [x, x]\nb: &b [*a, *a]\nc: !!python/object:os.system ls\n"
    assert problems_of(bomb) == [
        "f.yaml:1:4: anchors are not read: `&a`",
        "f.yaml:2:4: anchors are not read: `&b`",
        "f.yaml:2:8: aliases are not read: `*a`",
        "f.yaml:2:12: aliases are not read: `*a`",
        "f.yaml:3:4: tags are not read: `tag:yaml.org,2002:python/object:os.system`",
    ]


def test_broken_yaml_has_a_place() -> None:
    (problem,) = problems_of("a: [1\n")
    assert problem.startswith("f.yaml:2:1: this is not YAML: ")


def test_a_second_document_is_refused() -> None:
    assert problems_of("a: 1\n---\nb: 2\n") == ["f.yaml:2:1: a second document begins here; a file holds one"]


def test_a_key_that_is_a_list_is_refused() -> None:
    assert problems_of("? [a]\n: b\n") == ["f.yaml:1:3: a key must be a word"]


def test_deep_nesting_is_refused() -> None:
    (problem,) = problems_of("[" * 60 + "]" * 60)
    assert problem == "f.yaml:1:51: lists and mappings stand more than 50 deep"


def test_fifty_lists_in_each_other_are_read_and_one_more_is_not() -> None:
    assert parse_yaml("[" * 50 + "]" * 50, "f.yaml").value is not None
    (problem,) = problems_of("[" * 51 + "]" * 51)
    assert problem == "f.yaml:1:51: lists and mappings stand more than 50 deep"


def outcome(read: Callable[[str, str], Source], text: str) -> object:
    try:
        return read(text, "f.yaml").value
    except DataError as error:
        return str(error)


PIECES = (
    "a: ",
    "b: ",
    "- ",
    "? ",
    "[",
    "]",
    "{",
    "}",
    ", ",
    "\n",
    "\n  ",
    "\n    ",
    "&x ",
    "*x",
    "!t ",
    "'q'",
)
MORE_PIECES = ('"', '"\\a"', "|\n", "~", "null", "ນ້ຳ", "\u202e", "---\n", "...\n", "# c\n", "x y", ": ")


@given(st.lists(st.sampled_from(PIECES + MORE_PIECES), max_size=12).map("".join))
def test_the_quick_reading_says_what_the_careful_one_says(text: str) -> None:
    assert outcome(parse_yaml, text) == outcome(placed, text)


def test_a_file_that_is_not_utf8_is_named_with_the_place(tmp_path: Path) -> None:
    path = tmp_path / "f.yaml"
    path.write_bytes("a: é\nb: ".encode() + b"\xff\n")
    with pytest.raises(DataError, match="^f.yaml:2:4: this is not UTF-8: save the file as UTF-8$"):
        read_yaml(path, "f.yaml")


def test_a_huge_file_is_refused_by_its_size(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = tmp_path / "f.yaml"
    path.write_bytes(b"a" * (reading.MAXIMUM_BYTES + 1))
    with pytest.raises(DataError) as caught:
        read_yaml(path, "f.yaml")
    assert str(caught.value) == "f.yaml: the file has 33,554,433 bytes; at most 33,554,432 are read"


@pytest.mark.parametrize("content", ["", " \n\n", "\ufeff"])
def test_an_empty_file_is_refused(tmp_path: Path, content: str) -> None:
    path = tmp_path / "f.yaml"
    path.write_text(content, "utf-8")
    with pytest.raises(DataError, match="^f.yaml:1:1: the file is empty$"):
        read_yaml(path, "f.yaml")


def test_a_file_of_comments_only_is_empty() -> None:
    assert problems_of("# nothing\n") == ["f.yaml:1:1: the file is empty"]


def test_a_missing_file_is_said_to_be_missing(tmp_path: Path) -> None:
    with pytest.raises(DataError, match="^gone.yaml: there is no such file$"):
        read_yaml(tmp_path / "gone.yaml", "gone.yaml")


def test_control_characters_are_refused_with_their_code(tmp_path: Path) -> None:
    path = tmp_path / "f.yaml"
    path.write_bytes(b"a: x\nb: y\x00\n")
    with pytest.raises(
        DataError, match=r"^f.yaml:2:5: the control character U\+0000 is not allowed: remove it$"
    ):
        read_yaml(path, "f.yaml")


def test_text_is_normalised_to_nfc_and_sara_am_stays_whole(tmp_path: Path) -> None:
    path = tmp_path / "f.yaml"
    path.write_text("a: e\u0301\nb: ນ້ຳ\n", "utf-8")
    assert read_yaml(path).value == {"a": "é", "b": "ນ້ຳ"}


plain = st.text(st.characters(codec="utf-8", exclude_categories=("Cc", "Cs", "Cn", "Co")), min_size=1).filter(
    lambda words: words.strip() == words and words.splitlines() == [words] and refusal(words) is None
)


@given(st.dictionaries(plain, plain | st.lists(plain, min_size=1), min_size=1))
def test_what_yaml_writes_is_read_back(data: dict[str, str | list[str]]) -> None:
    import io

    yaml = YAML(typ="safe", pure=True)
    yaml.default_style = '"'
    yaml.allow_unicode = True
    yaml.width = 10_000
    out = io.StringIO()
    yaml.dump(data, out)
    assert parse_yaml(out.getvalue(), "f.yaml").value == data
