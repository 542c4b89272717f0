"""Layouts and YAML files as Babel reads them: `pybabel extract` with our entry points finds their messages.

A mapping file says which files they are for:

    [planreports_layout: layouts/**.jinja]
    [planreports_plan: plan/*.yaml]
    [planreports_workspace: meetings/*.yaml]

See https://babel.pocoo.org/en/latest/messages.html#writing-extraction-methods for the interface.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping
from pathlib import Path
from typing import Any, BinaryIO

from jinja2.ext import babel_extract

from planreports.files.reading import text_of
from planreports.files.yaml_source import placed
from planreports.translation.plan_messages import plan_file_messages
from planreports.translation.source_messages import SourceMessage
from planreports.translation.workspace_messages import file_messages, model_of, source_of
from planreports.workspace.texts import FILES

Extracted = tuple[int, str, Any, list[str]]
"""A line, the name of the function whose argument the words are, the words, and comments on them."""


def extract_layout(
    fileobj: BinaryIO, keywords: Mapping[str, Any], comment_tags: Collection[str], options: Mapping[str, Any]
) -> Iterator[Extracted]:
    """Yield the messages of a layout. Raises jinja2's TemplateSyntaxError for one that cannot be read."""
    read = {"encoding": "utf-8", "trimmed": "false", "silent": "false", **options}
    yield from babel_extract(fileobj, list(keywords), list(comment_tags), read)


def extract_plan(
    fileobj: BinaryIO, keywords: Mapping[str, Any], comment_tags: Collection[str], options: Mapping[str, Any]
) -> Iterator[Extracted]:
    """Yield the messages of a plan's file: its plan.yaml, an area, or its register.

    Raises DataError for a file that is not YAML.
    """
    name = getattr(fileobj, "name", "plan")
    source = placed(text_of(fileobj.read(), name), name)
    yield from _with_contexts(plan_file_messages(source))


def extract_workspace(
    fileobj: BinaryIO, keywords: Mapping[str, Any], comment_tags: Collection[str], options: Mapping[str, Any]
) -> Iterator[Extracted]:
    """Yield the messages of a workspace's file: its configuration, agencies, commitments, progress and so on.

    Files of other names hold none. Raises DataError with every mistake in the form of one.
    """
    path = Path(getattr(fileobj, "name", ""))
    if (model := model_of(path.as_posix())) is not None:
        name = path.name if path.name in FILES else f"{path.parent.name}/{path.name}"
        yield from _with_contexts(file_messages(source_of(path), model, name))


def _with_contexts(messages: Iterable[SourceMessage]) -> Iterator[Extracted]:
    """Yield messages as calls of `pgettext(context, words)`, which Babel knows."""
    for each in messages:
        yield each.line or 1, "pgettext", (each.context, each.words), each.comment.split("\n")
