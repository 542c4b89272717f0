"""An item's place is found without placing all of its file, and is the place that all of it would give."""

from __future__ import annotations

from pathlib import Path

import pytest

from planreports.files.item_places import ItemPlaces
from planreports.files.yaml_source import read_yaml

TEXTS = {
    "in blocks": "# whose\nentries: # all\n\n  # first\n  - id: 1\n    words: |\n      - no item\n\n  - {id: 2, a: [x, y]}\n\n# last\n  - id: 3\n    a:\n      - x\n",
    "at the left": "entries:\n- id: 1\n- id: 2\n  a:\n  - x\n- id: 3\nother: x\n",
    "in one line": "entries: [{id: 1}, {id: 2}, {id: 3, a: [x]}]\n",
    "with quoted lines that look like items": 'entries:\n  - id: "1\n  - no item"\n  - id: 2\n  - id: 3\n',
    "after another list": "other:\n  - id: 0\nentries:\n  - id: 1\n  - id: 2\n  - id: 3\n",
    "with Windows lines": "entries:\r\n  - id: 1\r\n  - id: 2\r\n  - id: 3\r\n    a: [x]\r\n",
}


@pytest.mark.parametrize("name", TEXTS)
def test_an_items_place_is_that_of_the_whole_file(name: str, tmp_path: Path) -> None:
    path = tmp_path / "f.yaml"
    path.write_bytes(TEXTS[name].encode())
    places, whole = ItemPlaces(path, "entries", 3), read_yaml(path)
    for index in range(3):
        for inside in ((), ("id",), ("a",), ("a", 0), ("words",)):
            assert places.place(index, inside) == whole.place(("entries", index, *inside))
    assert places.place(None, ()) == whole.place(("entries",))
