"""Code, layouts and the plan become catalog templates (.pot), and catalogs (.po) keep up with them.

`python -m planreports.translation.extraction` rewrites `locales/` of a checkout; a catalog that is up to
date stays byte for byte as it is.
"""

from __future__ import annotations

from pathlib import Path

import polib

from planreports.files.atomic import write_atomically
from planreports.files.resources import resource
from planreports.translation.domains import SHIPPED
from planreports.translation.source_messages import template
from planreports.translation.updating import updated


def templates() -> dict[str, polib.POFile]:
    """Return the template of each domain."""
    return {domain: template(messages()) for domain, messages in SHIPPED.items()}


def update_locales(locales: Path) -> None:
    """Rewrite every domain's template and catalogs in a `locales` folder."""
    for domain, pot in templates().items():
        write_atomically(locales / f"{domain}.pot", str(pot).encode())
        for path in sorted(locales.glob(f"*/LC_MESSAGES/{domain}.po")):
            write_atomically(path, updated(path.read_text("utf-8"), pot).text.encode())


if __name__ == "__main__":
    update_locales(resource("locales"))
