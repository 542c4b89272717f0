"""Characters that no document holds are refused in the file and line where they stand."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from planreports.errors import DataError
from planreports.files.characters import refusal
from planreports.files.toml_source import read_toml
from planreports.files.yaml_source import read_yaml
from planreports.i18n.catalogs import Catalogs


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("a\x00", "the control character U+0000 is not allowed"),
        ("a\x85", "the control character U+0085 is not allowed"),
        ("a\x7f", "the control character U+007F is not allowed"),
        ("a\r", "the control character U+000D is not allowed"),
        ("a\ud800", "the character U+D800 is not allowed"),
        ("a\ufdd0", "the character U+FDD0 is not allowed"),
        ("a\uffff", "the character U+FFFF is not allowed"),
        ("a\U0010fffe", "the character U+10FFFE is not allowed"),
        ("a\u202eb\nc\u202c", "the character U+202E RIGHT-TO-LEFT OVERRIDE is not ended"),
        ("a\u2067\u202c", "the character U+202C POP DIRECTIONAL FORMATTING ends nothing here"),
        ("a\u2069", "the character U+2069 POP DIRECTIONAL ISOLATE ends nothing here"),
        ("ກ" + "\u0ec9" * 31, "more than 30 marks such as U+0EC9 LAO TONE MAI THO stand on one letter"),
    ],
)
def test_what_no_text_may_hold_is_named(text: str, message: str) -> None:
    refused = refusal(text)
    assert refused is not None
    assert refused[0] == message


@pytest.mark.parametrize(
    "text",
    [
        "",
        "a\tb\nc",
        "ນ້ຳ ຫຼື ກຳ",
        "a\u2067b\u202ac\u202c\u2069d",
        "\u200b\u2060\u00ad\ufeff",
        "😀",
        "e\u0301" * 9,
    ],
)
def test_other_text_is_left_alone(text: str) -> None:
    assert refusal(text) is None


@pytest.mark.parametrize(
    ("name", "content", "read", "message"),
    [
        (
            "a.yaml",
            'a: x\nb: ["y", "\\x07"]\n',
            lambda path: read_yaml(path, path.name),
            "a.yaml:2:10: the control character U+0007 is not allowed: remove it",
        ),
        (
            "a.toml",
            'a = "x"\nb = "\\u202e"\n',
            lambda path: read_toml(path, path.name),
            "a.toml:2:5: the character U+202E RIGHT-TO-LEFT OVERRIDE is not ended: remove it, or end it with U+202C",
        ),
        (
            "lo/LC_MESSAGES/plan.po",
            'msgid "A"\nmsgstr "B"\n\nmsgid "C"\nmsgstr "\\b"\n',
            lambda path: Catalogs.load([path.parents[2]]),
            "lo/LC_MESSAGES/plan.po:4: the control character U+0008 is not allowed: remove it",
        ),
    ],
)
def test_escapes_are_no_way_in(
    tmp_path: Path, name: str, content: str, read: Callable[[Path], object], message: str
) -> None:
    path = tmp_path / name
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(content, "utf-8")
    with pytest.raises(DataError) as caught:
        read(path)
    assert str(caught.value).removeprefix(f"{tmp_path.name}/") == message
