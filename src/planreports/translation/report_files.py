"""A report's name becomes the files whose messages it may print, as catalogs name them.

They are its layout with all that the layout imports, and its code with all that this imports.
"""

from __future__ import annotations

import ast
from collections.abc import Callable, Iterable
from pathlib import Path

from jinja2 import Environment, meta

from planreports.errors import PlanReportsError, Problem, did_you_mean
from planreports.files.resources import resource
from planreports.layout.folders import file_name
from planreports.reports import REPORTS
from planreports.told import told

_PACKAGE = Path(__file__).parent.parent
_FOLLOWED = ("document", "i18n", "layout", "plan", "reports", "workspace")
"""The packages whose words reach documents."""

_RENDERING = "planreports.rendering"
"""What prints words of its own into every document."""


def files_of_report(report: str) -> frozenset[str]:
    """Return the files of a report. Raises PlanReportsError, with the nearest, for a name that is none."""
    if report not in REPORTS:
        hint = did_you_mean(report, REPORTS)
        raise PlanReportsError(Problem(told("there is no report `{report}`", report=report), hint=hint))
    start = REPORTS[report].make.__module__
    modules = _reached([start, _RENDERING], _imports)
    layouts = _reached([file_name(report)], _included)
    code = (f"src/{each.replace('.', '/')}.py" for each in modules)
    return frozenset((*code, *(f"templates/{each}" for each in layouts)))


def _reached(start: Iterable[str], following: Callable[[str], Iterable[str]]) -> set[str]:
    """Return what is reached from some names by going on to those that follow each."""
    found: set[str] = set()
    waiting = list(start)
    while waiting:
        if (name := waiting.pop()) not in found:
            found.add(name)
            waiting += following(name)
    return found


def _imports(module: str) -> list[str]:
    """Return the modules of ours that a module imports from."""
    path = _PACKAGE.parent / f"{module.replace('.', '/')}.py"
    if not path.is_file():
        return []
    imported = (each for each in ast.walk(ast.parse(path.read_bytes())) if isinstance(each, ast.ImportFrom))
    return [each.module for each in imported if each.module and _is_followed(each.module)]


def _is_followed(module: str) -> bool:
    package, *steps = module.split(".")
    return package == _PACKAGE.name and len(steps) > 1 and steps[0] in _FOLLOWED


def _included(layout: str) -> list[str]:
    path = resource("templates") / layout
    if not path.is_file():
        return []
    tree = Environment(autoescape=True).parse(path.read_text("utf-8"))
    return [name for name in meta.find_referenced_templates(tree) if name]
