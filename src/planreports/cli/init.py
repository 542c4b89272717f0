"""`planreports init`: a workspace that renders at once, to be changed into one's own."""

from __future__ import annotations

from pathlib import Path

import click

from planreports.cli.printing import in_words, print_written
from planreports.told import told
from planreports.workspace.example import make_workspace


@click.command("init")
@click.argument("folder", type=click.Path(file_okay=False, path_type=Path), metavar="DIR")
def command(folder: Path) -> None:
    """Make a workspace in DIR, a new or empty folder, from the example."""
    for path in make_workspace(folder):
        print_written(path)
    click.echo(f"\n{in_words(told('Now try:'))}  planreports brief 2026-som6 -w {folder}")
