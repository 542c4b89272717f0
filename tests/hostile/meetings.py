"""Workspaces made for one test, their files' words chosen by it."""

from __future__ import annotations

import io
import shutil
import zipfile
from collections.abc import Callable, Iterator
from pathlib import Path

import pypdf
import yaml

from planreports.files.resources import resource

Meeting = dict[str, object]
Words = Callable[[str], str]
"""Gives the words of a field, by the name of the audience that it is for."""


Files = dict[str, dict[str, object]]
"""What files hold, by their names in a workspace."""


def workspace(folder: Path, meeting: Meeting, records: Files | None = None) -> Path:
    """Return a workspace's folder with one meeting, `m`, and records."""
    (folder / "meetings").mkdir(parents=True)
    (folder / "progress").mkdir()
    shutil.copy(resource("examples", "workspace", "planreports.toml"), folder)
    for name, content in {"meetings/m.yaml": meeting, **(records or {})}.items():
        (folder / name).write_text(yaml.safe_dump(content, allow_unicode=True), "utf-8")
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
                "participants": [
                    {"style": plain(audience), "name": plain(audience), "title": plain(audience)}
                ],
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
            },
            {"section": "3.1", "say": [rich("internal")], "if_raised": [rich("internal")]},
            {"section": "3.2", "audience": "internal", "statements": ["3.2.1a"]},
        ],
        "last_encounter": {
            "date": "2026-05-19",
            "title": plain("partner"),
            "place": plain("partner"),
            "text": rich("partner"),
            "audience": "partner",
        },
        "facts": for_each(lambda audience: {"text": rich(audience), "source": plain(audience)}),
        "biographies": for_each(
            lambda audience: {"name": plain(audience), "title": plain(audience), "text": rich(audience)}
        ),
        "contacts": for_each(
            lambda audience: {
                "name": plain(audience),
                "role": plain(audience),
                "phone": plain(audience)[:200],
                "email": plain(audience)[:200],
            }
        ),
        "annexes": for_each(lambda audience: {"title": plain(audience), "text": rich(audience)}),
        "deliverables": for_each(lambda audience: {"text": rich(audience)}),
        "press_line": rich("internal"),
        "background": for_each(lambda audience: {"text": rich(audience), "source": plain(audience)}),
    }


PLACES = (
    ("2.2.1a-1", "internal", "internal"),
    ("2.2.1b", "partner", "partner"),
    ("3.1.1a", "partner", "internal"),
    ("3.1.2b", "public", "public"),
    ("3.1.5a", "public", "partner"),
    ("4.1.2a", "public", "internal"),
)
"""Commitments, who may see what is said of each, and who its parts."""


def full_records(shown: Words, unshown: Words) -> Files:
    """Return agencies, commitments and progress whose every field of words has some.

    The words of `unshown` stand where the matrix prints none: what only reviews need, and what an entry said
    before the latest.
    """
    agencies = [
        {
            "id": f"{party}-{number}",
            "party": party,
            "name": shown("public"),
            "focal_points": [
                {"name": unshown(audience), "title": unshown(audience), "email": unshown(audience), "audience": audience}
                for audience in ("internal", "partner", "public")
            ],
        }
        for party in ("lao-pdr", "japan")
        for number in (1, 2)
    ]  # fmt: skip
    entries = [entry for place in PLACES for entry in _entries(*place, shown, unshown)]
    return {
        "agencies.yaml": {"agencies": agencies},
        "commitments.yaml": {"commitments": [_assignment(*place, shown) for place in PLACES]},
        "progress/all.yaml": {"entries": entries},
    }


def _assignment(id_: str, whole: str, part: str, shown: Words) -> dict[str, object]:
    amount = {"internal": 27182818, "partner": 16180339, "public": 31415926}[part]
    return {
        "id": id_,
        "audience": whole,
        "lead": ["japan-1", "lao-pdr-1"],
        "supporting": ["lao-pdr-2", "japan-2"],
        **{key: shown(whole) for key in ("indicator", "baseline", "target", "verification")},
        "timeframe": {"from": "2021", "to": "2026-06"},
        "activities": [
            {
                "name": shown(part),
                "scheme": shown(part),
                "amount": amount,
                "currency": "JPY",
                "audience": part,
            }
        ],
        "remarks": [{"text": shown(part), "audience": part}],
    }


def _entries(id_: str, whole: str, part: str, shown: Words, unshown: Words) -> Iterator[dict[str, object]]:
    """Yield an entry that holds all, and before it one that fewer may see, and after it one that is secret."""

    def parts(words: Words, *keys: str) -> dict[str, object]:
        return {key: {"text": words(part), "audience": part} for key in keys}

    base = {"commitment": id_, "agency": "lao-pdr-1", "audience": whole}
    yield {
        **base,
        "as_of": "2026-01-31",
        "status": "on-track",
        "achievements": {"text": unshown(part), "audience": part},
    }
    yield {
        **base,
        "as_of": "2026-08-31",
        "status": "delayed",
        **parts(shown, "achievements", "result", "difficulties"),
        "reason": shown(whole),
        **parts(unshown, "lessons", "support_requested", "assessment"),
        "next_steps": [{"step": shown(part), "owner": "japan-2", "due": "2026-09-01", "audience": part}],
        "evidence": [{"title": shown(part), "link": f"https://example.org/{shown(part)}", "audience": part}],
        "budget": [{"currency": "USD", "planned": 1, "spent": 2, "audience": part}],
        "secretariat": {"status": "completed", "note": shown(part), "audience": part},
    }
    if whole == "public" and part == "public":
        yield {
            "commitment": id_,
            "agency": "lao-pdr-2",
            "as_of": "2026-02-28",
            "status": "discontinued",
            "audience": "internal",
            "reason": unshown("internal"),
            "achievements": unshown("internal"),
        }


def without(hidden: tuple[str, ...], value: object) -> object:
    """Return what is left of a file's content without all that is for the audiences `hidden`; None of none."""
    if isinstance(value, str):
        return None if value.startswith(hidden) else value
    if isinstance(value, list):
        return [kept for each in value if (kept := without(hidden, each)) is not None]
    if isinstance(value, dict):
        if value.get("audience") in hidden:
            return None
        kept = {key: without(hidden, each) for key, each in value.items()}
        is_gutted = any(key in _HEARTS and kept[key] is None for key in kept)
        return None if is_gutted else {key: each for key, each in kept.items() if each is not None}
    return value


_HEARTS = ("text", "name", "item", "point", "step")
"""What a piece of content cannot be without."""


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
