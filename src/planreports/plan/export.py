"""The plan for other programs: JSON and YAML of the whole, CSV with a row a clause."""

from __future__ import annotations

import csv
import io
import json
from typing import Any

import yaml

from planreports.i18n.text import Text
from planreports.plan.models import Area, Clause, Paragraph, RegisterEntry, Section, Statement
from planreports.plan.plan import Plan

_FORMULA_STARTS = ("=", "+", "-", "@", "\t", "\r")
_COLUMNS = (
    "id", "area", "section", "citation", "statement", "actor", "stance", "type", "by", "dates", "refers_to",
    "quote", "text",
)  # fmt: skip


def to_data(plan: Plan) -> dict[str, Any]:
    """Return the plan as dictionaries, lists and strings.

    `areas[].sections[].paragraphs[].text` and `.statements[].text` are the source's words; where a text has
    translations, a neighbour `…_translations` gives each language's words and state.
    """
    return {
        "id": plan.id,
        **_text("title", plan.title),
        "parties": [
            {"id": each.id, "country": each.country, **_text("name", each.name)} for each in plan.parties
        ],
        "areas": [_area(area) for area in plan.areas],
        "register": [_entry(entry) for entry in plan.register],
    }


def to_json(plan: Plan) -> str:
    """Return the plan as JSON."""
    return json.dumps(to_data(plan), ensure_ascii=False, indent=2) + "\n"


def to_yaml(plan: Plan) -> str:
    """Return the plan as YAML."""
    text: str = yaml.safe_dump(to_data(plan), allow_unicode=True, sort_keys=False, width=110)
    return text


def to_csv(plan: Plan) -> str:
    """Return the plan's clauses as CSV (RFC 4180) with a heading row.

    A cell that a spreadsheet would take for a formula begins with an apostrophe (OWASP, CSV Injection).
    """
    out = io.StringIO()
    writer = csv.writer(out)
    writer.writerow(_COLUMNS)
    for statement in plan.statements():
        for clause in statement.clauses:
            writer.writerow([inert(cell) for cell in _row(clause, statement)])
    return out.getvalue()


def _row(clause: Clause, statement: Statement) -> tuple[str, ...]:
    area, section, _ = statement.id.split(".")
    return (
        clause.id, area, f"{area}.{section}", statement.citation, statement.id,
        clause.actor, clause.stance, clause.type,
        " ".join(clause.by), " ".join(f"{date.relation}:{date.value}" for date in clause.dates),
        " ".join(clause.refers_to), clause.quote, str(statement.text),
    )  # fmt: skip


def inert(cell: str) -> str:
    """Return a cell that no spreadsheet takes for a formula."""
    return "'" + cell if cell.startswith(_FORMULA_STARTS) else cell


def _text(key: str, text: Text) -> dict[str, Any]:
    data: dict[str, Any] = {key: text.source.text}
    if others := text.translations[1:]:
        data[f"{key}_translations"] = {
            each.language: {"text": each.text, "state": each.state.value} for each in others
        }
    return data


def _area(area: Area) -> dict[str, Any]:
    return {
        "id": area.id,
        **_text("title", area.title),
        "sections": [_section(each) for each in area.sections],
    }


def _section(section: Section) -> dict[str, Any]:
    return {
        "id": section.id,
        "citation": section.citation,
        **_text("title", section.title),
        "paragraphs": [_paragraph(each) for each in section.paragraphs],
    }


def _paragraph(paragraph: Paragraph) -> dict[str, Any]:
    return {
        "id": paragraph.id,
        "citation": paragraph.citation,
        "text": paragraph.text,
        "statements": [_statement(each) for each in paragraph.statements],
    }


def _statement(statement: Statement) -> dict[str, Any]:
    return {
        "id": statement.id,
        **_text("text", statement.text),
        "clauses": [each.model_dump(mode="json") for each in statement.clauses],
        "blemishes": [each.model_dump(mode="json") for each in statement.blemishes],
    }


def _entry(entry: RegisterEntry) -> dict[str, Any]:
    return {**entry.model_dump(mode="json", exclude={"name"}), **_text("name", entry.name)}
