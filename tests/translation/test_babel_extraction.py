"""`pybabel extract` finds the messages of layouts, plans and workspaces by our entry points."""

from __future__ import annotations

import importlib
import tomllib
from pathlib import Path

import polib
import pytest
from babel.messages.frontend import CommandLineInterface

from planreports.errors import DataError
from tests.workspace.offices import make_office, write

PYPROJECT = Path(__file__).parents[2] / "pyproject.toml"
EXTRACTORS: dict[str, str] = tomllib.loads(PYPROJECT.read_text("utf-8"))["project"]["entry-points"][
    "babel.extractors"
]
MAPPING = """\
[planreports_layout: layouts/**.jinja]
[planreports_plan: plan/*.yaml]
[planreports_workspace: *.yaml]
[planreports_workspace: meetings/*.yaml]
[planreports_workspace: planreports.toml]
"""
AREA = """\
id: 1
title: Trade
sections:
  - id: 1.1
    title: Promotion
    paragraphs:
      - id: 1.1.1
        statements:
          - id: 1.1.1a
            text: Both sides welcomed it.
            clauses: [{id: 1.1.1a, actor: both-sides, stance: welcomed, type: acknowledgement, quote: welcomed it}]
          - id: 1.1.1b
            text: They shared it.
            clauses: [{id: 1.1.1b, actor: both-sides, stance: affirmed, type: acknowledgement, quote: shared it}]
"""


@pytest.fixture(autouse=True)
def _in_a_folder_of_its_own(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)


def extracted() -> dict[tuple[str | None, str], polib.POEntry]:
    """Return what pybabel finds in the folder, by context and words."""
    own = "".join(f"{name} = {function}\n" for name, function in EXTRACTORS.items())
    write(Path("babel.cfg"), f"[extractors]\n{own}\n{MAPPING}")
    CommandLineInterface().run(["pybabel", "-q", "extract", "-F", "babel.cfg", "-o", "messages.pot", "."])
    return {(entry.msgctxt, entry.msgid): entry for entry in polib.pofile("messages.pot")}


def test_the_entry_points_lead_to_functions() -> None:
    for place in EXTRACTORS.values():
        module, _, function = place.partition(":")
        assert callable(getattr(importlib.import_module(module), function))


def test_messages_of_layouts_have_their_lines(tmp_path: Path) -> None:
    layout = '{#---\nabout: A note\n---#}\n<p>{{ _("Our note") }}</p>\n<p>{{ _("{n} notes", n=2) }}</p>\n'
    write(tmp_path / "layouts" / "note.html.jinja", layout)
    found = extracted()
    assert {words: entry.occurrences for (_, words), entry in found.items()} == {
        "Our note": [("layouts/note.html.jinja", "4")],
        "{n} notes": [("layouts/note.html.jinja", "5")],
    }


def test_messages_of_a_plan_have_their_ids_and_the_sentences_around_them(tmp_path: Path) -> None:
    write(tmp_path / "plan" / "area-1.yaml", AREA)
    entry = extracted()["1.1.1a", "Both sides welcomed it."]
    assert entry.comment.split("\n") == [
        "1 (1) ¶1 · Trade · Promotion",
        "The sentence after, 1.1.1b: They shared it.",
    ]
    assert entry.occurrences == [("plan/area-1.yaml", "10")]


def test_messages_of_a_workspace_have_their_file_and_way(tmp_path: Path) -> None:
    make_office(tmp_path)
    write(
        tmp_path / "meetings" / "m1.yaml",
        "id: m1\nnumber: 1\nissued: 2026-10-12\ntitle: Meeting\ndate: 2026-10-22\n",
    )
    found = extracted()
    assert ("agencies.yaml:agencies[meti].name", "Ministry of Economy, Trade and Industry") in found
    assert ("meetings/m1.yaml:title", "Meeting") in found
    assert ("planreports.toml:organisation.name", "Secretariat") in found


def test_a_file_with_mistakes_is_not_passed_over(tmp_path: Path) -> None:
    write(tmp_path / "plan" / "area-1.yaml", AREA.replace("title: Trade", "titel: Trade"))
    with pytest.raises(DataError) as caught:
        extracted()
    assert "area-1.yaml:2:1: unknown key `titel`: did you mean `title`?" in str(caught.value)
