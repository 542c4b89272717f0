"""`planreports plan`: the plan on the terminal, as a document, and exported for other programs."""

from __future__ import annotations

import textwrap
from collections.abc import Iterator
from pathlib import Path

import click

from planreports.cli.output import write_renditions
from planreports.cli.printing import in_words, print_written
from planreports.cli.rendering_options import Wishes, rendering_options
from planreports.cli.report_command import ReportCommand
from planreports.files.atomic import write_atomically
from planreports.plan import export
from planreports.plan.loader import load_plan
from planreports.plan.models import Area, Clause, Paragraph, Section, Statement
from planreports.plan.plan import Plan
from planreports.reports import AskedOptions
from planreports.told import told
from planreports.workspace.workspace import Workspace, is_in_workspace, open_workspace, workspace_of

_EXPORTS = {"json": export.to_json, "yaml": export.to_yaml, "csv": export.to_csv}


@click.group("plan")
def command() -> None:
    """Show the plan, write it as a document, or export it."""


@command.command("show")
@click.argument("id_", metavar="[ID]", required=False)
@click.option("--plan", "name", default="lao-japan", show_default=True, help="A plan's name, or its folder.")
def show(id_: str | None, name: str) -> None:
    """Show the plan's areas and sections, or what ID stands for.

    ID is that of an area, a section, a paragraph or a statement: 3, 3.1, 3.1.2 or 3.1.2b.
    """
    plan = load_plan(name)
    lines = _of(plan[id_], plan) if id_ else _contents(plan)
    click.echo("\n".join(lines))


@command.command("export")
@click.option(
    "--format", "-f", "format_", type=click.Choice(list(_EXPORTS)), default="json", show_default=True
)
@click.option(
    "--output", "-o", type=click.Path(dir_okay=False, path_type=Path), help="A file; default: the terminal."
)
@click.option("--plan", "name", default="lao-japan", show_default=True, help="A plan's name, or its folder.")
def export_(format_: str, output: Path | None, name: str) -> None:
    """Write the whole plan as JSON, YAML, or CSV (a row a clause)."""
    text = _EXPORTS[format_](load_plan(name))
    if output is None:
        click.echo(text, nl=False)
        return
    write_atomically(output, text.encode())
    print_written(output)


@command.command("render", cls=ReportCommand, report="plan")
@click.option(
    "--annotations", is_flag=True, help="With what we read in it: actors, types, dates, references."
)
@rendering_options
@click.option(
    "-w",
    "--workspace",
    "folder",
    type=click.Path(path_type=Path),
    help="A workspace's folder, for its plan, its translations and its look. Default: this folder or one "
    "above it; where there is none, the plan by itself.",
)
@click.option("--plan", "name", help="A plan's name, or its folder, by itself. Default: lao-japan.")
def render_(
    *,
    annotations: bool,
    wishes: Wishes,
    folder: Path | None,
    name: str | None,
) -> None:
    """Write the plan's text as a document, verbatim: Word, PDF and HTML."""
    workspace = workspace_or_plan(folder, name)
    asked: AskedOptions = {"annotations": annotations}
    edition = "annotated" if annotations else ""
    renditions = wishes.renditions(workspace, "plan", workspace.plan.id, asked, edition=edition)
    write_renditions(renditions, workspace, wishes.output)


def workspace_or_plan(folder: Path | None, name: str | None) -> Workspace:
    """Return the workspace that is named or found here, or that of a plan by itself."""
    if folder and name:
        message = told("A workspace names its own plan: give either --workspace or --plan.")
        raise click.UsageError(in_words(message))
    if folder or (name is None and is_in_workspace()):
        return open_workspace(folder or Path())
    return workspace_of(load_plan(name or "lao-japan"))


def _contents(plan: Plan) -> Iterator[str]:
    yield f"{plan.title}"
    for area in plan.areas:
        yield f"\n{area.id}  {area.title}"
        for section in area.sections:
            commitments = len(plan.commitments(section=section.id))
            count = told("[commitments: {number}]", number=commitments)
            yield f"  {section.id:<5} {section.title}  {in_words(count)}"


def _of(part: Area | Section | Paragraph | Statement | Clause, plan: Plan) -> Iterator[str]:
    match part:
        case Area():
            yield f"{part.id}  {part.title}"
            for section in part.sections:
                yield from ("", *_of(section, plan))
        case Section():
            yield f"{part.citation}  {part.title}"
            for paragraph in part.paragraphs:
                yield from ("", *_of(paragraph, plan))
        case Paragraph():
            for statement in part.statements:
                yield from _statement(statement, plan)
        case Statement():
            yield from _statement(part, plan)
        case Clause():
            yield from _clause(part, plan)


def _statement(statement: Statement, plan: Plan) -> Iterator[str]:
    yield f"{statement.id}  ({statement.citation})"
    yield textwrap.fill(str(statement.text), 96, initial_indent="  ", subsequent_indent="  ")
    for clause in statement.clauses:
        yield from _clause(clause, plan)


def _clause(clause: Clause, plan: Plan) -> Iterator[str]:
    to_act = in_words(told("; to act: {parties}", parties=", ".join(clause.by))) if clause.by else ""
    dates = "".join(f"; {date.words}" for date in clause.dates)
    yield f"  - {clause.id}  {clause.type}: {clause.actor} {clause.stance}{to_act}{dates}"
    if clause.refers_to:
        names = "; ".join(str(plan.register[each].name) for each in clause.refers_to)
        about = in_words(told("about: {names}", names=names))
        yield textwrap.fill(about, 96, initial_indent="      ", subsequent_indent="      ")
