"""Workspaces made for one test, their files' words chosen by it."""

from __future__ import annotations

import io
import shutil
import zipfile
from collections.abc import Callable
from pathlib import Path

import pypdf
import yaml

from planreports.files.resources import resource

Meeting = dict[str, object]
Words = Callable[[str], str]
"""Gives the words of a field, by the name of the audience that it is for."""


def workspace(folder: Path, meeting: Meeting) -> Path:
    """Return a workspace's folder with one meeting, `m`."""
    (folder / "meetings").mkdir(parents=True)
    shutil.copy(resource("examples", "workspace", "planreports.toml"), folder)
    (folder / "meetings" / "m.yaml").write_text(yaml.safe_dump(meeting, allow_unicode=True), "utf-8")
    return folder


def full_meeting(plain: Words, rich: Words) -> Meeting:
    """Return a meeting whose every field of words has some; lists have an item for each audience."""

    def for_each(make: Callable[[str], Meeting]) -> list[Meeting]:
        return [{**make(audience), "audience": audience} for audience in ("internal", "partner", "public")]

    return {
        "id": "m",
        "number": plain("public")[:40],
        "issued": "2026-10-12",
        "date": "2026-10-22",
        "time": {"from": "09:00", "to": "10:00"},
        "copies": 3,
        "title": plain("public"),
        "place": plain("public"),
        "level": plain("internal"),
        "interpretation": plain("internal"),
        "press": plain("internal"),
        "requested_by": plain("internal"),
        "distribution": [plain("internal")],
        "delegations": [
            {
                "party": party,
                "audience": audience,
                "participants": [{"name": plain(audience), "title": plain(audience)}],
            }
            for party, audience in (("lao-pdr", "internal"), ("japan", "partner"), ("lao-pdr", "public"))
        ],
        "objectives": [*for_each(lambda audience: {"text": rich(audience)}), rich("internal")],
        "agenda": for_each(lambda audience: {"item": plain(audience), "lead": plain(audience)}),
        "topics": [
            {
                "section": "2.2",
                "say": [*for_each(lambda audience: {"text": rich(audience)}), rich("internal")],
                "they_may_raise": for_each(
                    lambda audience: {"point": rich(audience), "response": rich(audience)}
                ),
                "if_raised": for_each(lambda audience: {"text": rich(audience)}),
                "not_to_raise": for_each(lambda audience: {"text": rich(audience)}),
                "background": rich("internal"),
            }
        ],
        "deliverables": for_each(lambda audience: {"text": rich(audience)}),
        "press_line": rich("internal"),
        "background": for_each(lambda audience: {"text": rich(audience), "source": plain(audience)}),
    }


def everything_in(data: bytes) -> str:
    """Return all that a file holds in any form: its bytes, its parts decompressed, and its text."""
    parts = [data.decode("latin-1"), data.decode("utf-8", "replace")]
    if data.startswith(b"%PDF"):
        reader = pypdf.PdfReader(io.BytesIO(data))
        parts += [page.extract_text() for page in reader.pages]
        parts += [str(reader.metadata), str(_titles(reader.outline))]
        for number in {*(number for kind in reader.xref.values() for number in kind), *reader.xref_objStm}:
            found = reader.get_object(pypdf.generic.IndirectObject(number, 0, reader))
            parts.append(str(found))
            if isinstance(found, pypdf.generic.StreamObject) and found.get("/Subtype") != "/Image":
                parts.append(found.get_data().decode("latin-1"))
    elif data.startswith(b"PK"):
        with zipfile.ZipFile(io.BytesIO(data)) as package:
            parts += package.namelist()
            parts += [package.read(name).decode("utf-8", "replace") for name in package.namelist()]
    return "\n".join(parts)


def _titles(outline: object) -> list[str]:
    if isinstance(outline, list):
        return [title for each in outline for title in _titles(each)]
    return [str(getattr(outline, "title", ""))]
