"""An intergovernmental action plan as typed data, and the bilingual documents rendered from it.

>>> import planreports
>>> plan = planreports.load_plan("lao-japan")
>>> len(plan.areas), str(plan["3.1"].title)
(5, 'Promotion of Investment')

Everything below is imported when it is first used, so that `import planreports` costs next to nothing.
"""

from __future__ import annotations

import importlib
from typing import TYPE_CHECKING

from planreports.version import VERSION

if TYPE_CHECKING:
    from planreports.building.build import build
    from planreports.errors import PlanReportsError, Problem
    from planreports.i18n.text import Text, TranslationState
    from planreports.plan.loader import load_plan
    from planreports.plan.plan import Plan
    from planreports.rendering import render
    from planreports.workspace.example import example_workspace
    from planreports.workspace.workspace import Workspace, open_workspace

__version__ = VERSION

__all__ = [
    "Plan",
    "PlanReportsError",
    "Problem",
    "Text",
    "TranslationState",
    "Workspace",
    "__version__",
    "build",
    "example_workspace",
    "load_plan",
    "open_workspace",
    "render",
]

_HOMES = {
    "Plan": "planreports.plan.plan",
    "PlanReportsError": "planreports.errors",
    "Problem": "planreports.errors",
    "Text": "planreports.i18n.text",
    "TranslationState": "planreports.i18n.text",
    "Workspace": "planreports.workspace.workspace",
    "build": "planreports.building.build",
    "example_workspace": "planreports.workspace.example",
    "load_plan": "planreports.plan.loader",
    "open_workspace": "planreports.workspace.workspace",
    "render": "planreports.rendering",
}


def __getattr__(name: str) -> object:
    """Return a public name, importing its module when it is first asked for (PEP 562)."""
    if name not in _HOMES:
        raise AttributeError(f"module 'planreports' has no attribute {name!r}")
    value: object = getattr(importlib.import_module(_HOMES[name]), name)
    globals()[name] = value
    return value


def __dir__() -> list[str]:
    return sorted(__all__)
