"""A synthetic workspace of any size: commitments of a plan, and five yearly entries of progress on each."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

YEARS = range(2022, 2027)
_AGENCIES = 30
_SECTIONS, _PARAGRAPHS = 20, 25
_AN_AREA = _SECTIONS * _PARAGRAPHS * 2
"""Commitments of an area: each paragraph has two statements."""

_CONFIGURATION = """\
plan = "plan"
languages = ["en", "lo"]
perspective = "lao-pdr"
example = true

[organisation]
name = { en = "Secretariat", lo = "ກອງເລຂາ" }
"""

_PLAN = """\
id: large
title: A large plan
parties:
  - {{id: lao-pdr, name: Lao PDR, country: LA}}
  - {{id: japan, name: Japan, country: JP}}
areas: [{areas}]
"""

_STATEMENT = """\
          - id: {id}
            text: >-
              Both sides affirmed to cooperate in the field no {id} and to
              share their experience every year.
            clauses:
              - id: {id}
                actor: both-sides
                stance: affirmed
                type: continuing
                quote: affirmed to cooperate in the field no {id} and to share their experience
                by: [lao-pdr, japan]
"""

_ASSIGNMENT = """\
  - id: {id}
    lead: [{lao}, {japan}]
    timeframe: {{from: 2022, to: {end}}}
    indicator: {{en: Number of meetings held, lo: ຈຳນວນກອງປະຊຸມທີ່ໄດ້ຈັດ}}
    target: {{en: Two meetings a year, lo: ສອງຄັ້ງຕໍ່ປີ}}
    audience: partner
"""

_ENTRY = """\
  - commitment: {id}
    as_of: {year}-08-31
    agency: {lao}
    status: {status}
    achievements:
      en: Two meetings were held in {year}, and {officers} officers were trained.
      lo: ໄດ້ຈັດກອງປະຊຸມສອງຄັ້ງໃນປີ {year} ແລະ ຝຶກອົບຮົມພະນັກງານ {officers} ທ່ານ.
    next_steps:
      - step: {{en: Hold the next meeting, lo: ຈັດກອງປະຊຸມຄັ້ງຕໍ່ໄປ}}
        owner: {lao}
        due: {next}-03-31
    audience: partner
"""

_STATUSES = ("not-started", "on-track", "on-track", "completed")


def write_large_workspace(folder: Path, commitments: int) -> None:
    """Write a workspace with a number of commitments, a multiple of 1,000, and five times as many entries."""
    areas = range(1, commitments // _AN_AREA + 1)
    _write(folder / "planreports.toml", _CONFIGURATION)
    names = ", ".join(f"area-{area}.yaml" for area in areas)
    _write(folder / "plan" / "plan.yaml", _PLAN.format(areas=names))
    _write(
        folder / "plan" / "register.yaml", "entries:\n  - {id: cooperation, kind: term, name: cooperation}\n"
    )
    for area in areas:
        _write(folder / "plan" / f"area-{area}.yaml", "".join(_area(area)))
    _write(folder / "agencies.yaml", "agencies:\n" + "".join(_agencies()))
    ids = [id_ for area in areas for id_ in _ids(area)]
    _write(folder / "commitments.yaml", "commitments:\n" + "".join(_assignments(ids)))
    for year in YEARS:
        _write(folder / "progress" / f"{year}.yaml", "entries:\n" + "".join(_entries(ids, year)))


def _write(path: Path, text: str) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, "utf-8")


def _ids(area: int) -> Iterator[str]:
    for section in range(1, _SECTIONS + 1):
        for paragraph in range(1, _PARAGRAPHS + 1):
            yield from (f"{area}.{section}.{paragraph}{letter}" for letter in "ab")


def _area(area: int) -> Iterator[str]:
    yield f"id: {area}\ntitle: Area {area}\nsections:\n"
    for section in range(1, _SECTIONS + 1):
        yield f"  - id: {area}.{section}\n    title: Section {section} of area {area}\n    paragraphs:\n"
        for paragraph in range(1, _PARAGRAPHS + 1):
            yield f"      - id: {area}.{section}.{paragraph}\n        statements:\n"
            yield from (_STATEMENT.format(id=f"{area}.{section}.{paragraph}{letter}") for letter in "ab")


def _agency(number: int, *, lao: bool) -> str:
    """Return the id of one of the agencies; those of the Lao side have even numbers."""
    return f"agency-{(2 * number + (not lao)) % _AGENCIES}"


def _agencies() -> Iterator[str]:
    for number in range(_AGENCIES):
        party = "japan" if number % 2 else "lao-pdr"
        names = f"{{en: Agency {number}, lo: ອົງການ {number}}}"
        yield f"  - {{id: agency-{number}, party: {party}, name: {names}}}\n"


def _assignments(ids: list[str]) -> Iterator[str]:
    for number, id_ in enumerate(ids):
        lao, japan = _agency(number, lao=True), _agency(number, lao=False)
        yield _ASSIGNMENT.format(id=id_, lao=lao, japan=japan, end=2025 + number % 6)


def _entries(ids: list[str], year: int) -> Iterator[str]:
    for number, id_ in enumerate(ids):
        yield _ENTRY.format(
            id=id_,
            year=year,
            next=year + 1,
            lao=_agency(number, lao=True),
            status=_STATUSES[(number + year) % len(_STATUSES)],
            officers=number % 17,
        )
