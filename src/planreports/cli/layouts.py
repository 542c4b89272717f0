"""`planreports layouts`: which layouts there are, and built-in ones made a workspace's own."""

from __future__ import annotations

import json
from collections.abc import Mapping
from pathlib import Path

import click

from planreports.cli.printing import in_words, print_written, said_in, speech_of
from planreports.cli.tables import Column, print_table
from planreports.layout.copies import Standing, copy_layout, list_layouts
from planreports.rendering import layout_folders
from planreports.told import Told, told
from planreports.workspace.workspace import is_in_workspace, workspace_folder

_WORKSPACE = click.option(
    "-w",
    "--workspace",
    "folder",
    type=click.Path(path_type=Path),
    help="The workspace's folder. Default: this folder or one above it.",
)


_STANDINGS: Mapping[Standing, Told] = {
    Standing.BUILT_IN: told("built in"),
    Standing.OWN: told("your own"),
    Standing.UNCHANGED: told("your own, as the built-in one"),
    Standing.CHANGED: told("your own, changed"),
    Standing.OLDER: told("your own, from an older built-in one"),
}


@click.group("layouts")
def command() -> None:
    """List the layouts of reports, or copy a built-in one into the workspace to change it."""


@command.command("list")
@_WORKSPACE
@click.option("--json", "as_json", is_flag=True, help="For scripts.")
def list_(folder: Path | None, *, as_json: bool) -> None:
    """Show every layout, built in or the workspace's own.

    Of one of its own it says how it stands to the built-in one.
    """
    here = workspace_folder(folder or Path()) if folder or is_in_workspace() else None
    *own, shipped = layout_folders(here)
    found = list(list_layouts(shipped, own[0] if own else None))
    if as_json:
        rows = [
            {"name": each.name, "standing": each.standing.value, "about": str(each.about or "")}
            for each in found
        ]
        click.echo(json.dumps(rows, indent=2, ensure_ascii=False))
        return
    heads = (told("Layout"), told("Which it is"), told("What it is for"))
    columns = [Column(in_words(head), wide=head is heads[-1]) for head in heads]
    speech = speech_of(click.get_current_context())
    rows_ = [
        (each.name, in_words(_STANDINGS[each.standing]), said_in(each.about, speech) if each.about else "")
        for each in found
    ]
    print_table(columns, rows_)


@command.command("copy")
@click.argument("name")
@_WORKSPACE
@click.option("--force", is_flag=True, help="Overwrite the workspace's own layout of this name.")
def copy(name: str, folder: Path | None, *, force: bool) -> None:
    """Put the built-in layout NAME into the workspace's layouts/.

    Documents are made with it from then on.
    """
    own, shipped = layout_folders(workspace_folder(folder or Path()))
    print_written(copy_layout(name, shipped, own, force=force))
