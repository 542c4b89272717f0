"""A list at the end of a file grows as text, and the file means what it meant, with one item more."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from planreports.errors import DataError
from planreports.files.yaml_appending import GrowingList, normalised
from planreports.files.yaml_editing import with_item
from planreports.files.yaml_source import parse_yaml
from planreports.files.yaml_writing import item_text

ITEM = {"id": "2", "as_of": "2026-08-31"}


def appended(text: str, item: object = ITEM) -> str | None:
    found = GrowingList("f.yaml", "entries").appended(text.encode(), item)
    return None if found is None else found.decode()


def items(text: str) -> object:
    value = parse_yaml(text, "f.yaml").value
    assert isinstance(value, dict)
    return value["entries"]


@pytest.mark.parametrize(
    "text",
    [
        "entries:\n  - id: 1\n",
        "# whose\nentries:   # all of them\n\n  - {id: 1, a: [x]} # one\n",
        "entries:\n- id: 1\n  words: |+\n    said\n\n\n",
        "other: x\nentries:\n      - id: 1\n        words: several\n          lines\n# the end\n",
        'entries:\n  - id: 1\n    words: "over\n\n      lines"\n\n\n',
    ],
)
def test_a_list_grows_and_nothing_before_its_end_changes(text: str) -> None:
    longer = appended(text)
    assert longer is not None
    assert longer.startswith(text)
    assert items(longer) == [*items(text), ITEM]


@pytest.mark.parametrize(
    "text",
    [
        "entries: []\n",
        "entries:\n",
        "entries: [{id: 1}]\n",
        "entries:\n  - id: 1\nother: x\n",
        "entries:\n  - id: 1",
        "entries:\n  - id: 1\n...\n",
        "- id: 1\n",
        "entries: words\n",
    ],
)
def test_a_list_that_does_not_end_its_file_in_lines_is_left_to_others(text: str) -> None:
    assert appended(text) is None


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "# whose\nentries: []  # none yet\n",
            "# whose\nentries:     # none yet\n  - id: 2\n    as_of: 2026-08-31\n",
        ),
        ("entries:\n# none yet\n", "entries:\n  - id: 2\n    as_of: 2026-08-31\n# none yet\n"),
        ("entries: [{id: 1}]\n", "entries:\n  - {id: 1}\n  - id: 2\n    as_of: 2026-08-31\n"),
        (
            "entries:\n  - id: 1 # one\nother: x\n",
            "entries:\n  - id: 1 # one\n  - id: 2\n    as_of: 2026-08-31\nother: x\n",
        ),
    ],
)
def test_others_add_the_item_and_keep_comments(text: str, expected: str) -> None:
    assert with_item(text, "entries", item_text(ITEM, 0)) == expected


def test_windows_lines_stay_windows_lines() -> None:
    longer = appended("entries:\r\n  - id: 1\r\n")
    assert longer == "entries:\r\n  - id: 1\r\n  - id: 2\r\n    as_of: 2026-08-31\r\n"


def test_what_others_add_is_read_and_what_they_change_is_read_again() -> None:
    growing = GrowingList("f.yaml", "entries")
    one = growing.appended(b"entries:\n  - id: 1\n", ITEM)
    assert one is not None
    assert (
        growing.appended(one + b"  - id: 3\n", ITEM)
        == one + b"  - id: 3\n" + one[len("entries:\n  - id: 1\n") :]
    )
    assert growing.appended(one + b"other: x\n", ITEM) is None
    assert (
        growing.appended(b"entries:\n- id: 9\n", ITEM) == b"entries:\n- id: 9\n- id: 2\n  as_of: 2026-08-31\n"
    )
    with pytest.raises(DataError, match="f.yaml:4:1: this is not YAML"):
        growing.appended(b"entries:\n- id: 9\n- id: {\n", ITEM)


WORDS = st.text(
    st.characters(codec="utf-8", categories=["L", "M", "N", "P", "S", "Zs"], include_characters="\n"),
    min_size=1,
)
VALUES = st.recursive(
    WORDS,
    lambda inner: (
        st.lists(inner, max_size=3)
        | st.dictionaries(st.from_regex(r"[a-z_]{1,8}", fullmatch=True), inner, max_size=3)
    ),
    max_leaves=8,
)
ITEMS = st.dictionaries(st.from_regex(r"[a-z_]{1,8}", fullmatch=True), VALUES, min_size=1, max_size=4)


@settings(max_examples=60)
@given(st.lists(ITEMS, min_size=1, max_size=4), st.integers(min_value=0, max_value=6))
def test_any_items_are_read_as_they_were_given(given_items: list[dict[str, object]], indent: int) -> None:
    text = "entries:\n" + item_text({"id": "1"}, indent)
    growing = GrowingList("f.yaml", "entries")
    data = text.encode()
    for item in given_items:
        longer = growing.appended(data, item)
        assert longer is not None
        data = longer
    assert items(data.decode()) == [{"id": "1"}, *map(normalised, given_items)]
