"""The parts of a page become one file that asks nobody for anything: no script, no address to load from."""

from __future__ import annotations

import base64
import hashlib
from collections.abc import Iterable, Iterator

from planreports.document.nodes import Metadata, Origin
from planreports.writers.html.markup import Html, checked, element, escaped

_NOWHERE = Origin("the report's title, author and subject", 1, 1)


def page(body: Html, rules: Iterable[str], metadata: Metadata) -> bytes:
    """Return a page as UTF-8: its sections in `body`, its style sheet's rules, what it says of itself."""
    style = "\n".join(rules)
    head = "\n".join([element("meta", charset="utf-8"), _policy(style), *_about(metadata)])
    return (
        f'<!DOCTYPE html>\n<html lang="{escaped(metadata.languages[0])}">\n<head>\n{head}\n'
        f"<style>{style}</style>\n</head>\n<body>\n{element('main', body)}\n</body>\n</html>\n"
    ).encode()


def _policy(style: str) -> Html:
    """Return what a browser is told to allow (Content Security Policy 3): this style sheet, embedded data."""
    digest = base64.b64encode(hashlib.sha256(style.encode()).digest()).decode()
    policy = (
        f"default-src 'none'; style-src 'sha256-{digest}'; font-src data:; img-src data:; "
        "base-uri 'none'; form-action 'none'"
    )
    return element("meta", http_equiv="Content-Security-Policy", content=policy)


def _about(metadata: Metadata) -> Iterator[Html]:
    yield element("meta", name="referrer", content="no-referrer")
    yield element("meta", name="viewport", content="width=device-width, initial-scale=1")
    yield element("title", escaped(checked(metadata.title, _NOWHERE)))
    if metadata.date:
        yield element("meta", name="dcterms.date", content=metadata.date.isoformat())
    if metadata.written:
        yield element("meta", name="dcterms.created", content=metadata.written.isoformat())
    if metadata.author:
        yield element("meta", name="author", content=checked(metadata.author, _NOWHERE))
    if metadata.subject:
        yield element("meta", name="description", content=checked(metadata.subject, _NOWHERE))
