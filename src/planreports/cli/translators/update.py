"""`planreports messages update`: the templates and catalogs of a checkout keep up with their sources."""

from __future__ import annotations

from pathlib import Path

import click

from planreports.translation.extraction import update_locales


@click.command("update")
@click.argument("locales", type=click.Path(exists=True, file_okay=False, path_type=Path), default="locales")
def command(locales: Path) -> None:
    """Rewrite the templates and catalogs in LOCALES; one that is up to date stays byte for byte as it is."""
    update_locales(locales)
