"""Which of the plan's statements a text lacks."""

from __future__ import annotations

from planreports.workspace.workspace import Workspace
from tests.writers.trees import unspaced


def missing_statements(workspace: Workspace, languages: tuple[str, ...], text: str) -> list[str]:
    found = unspaced(text)
    return [
        f"{statement.id} {language}"
        for statement in workspace.plan.statements()
        for language in languages
        if unspaced(statement.text.translation(language).text) not in found
    ]
