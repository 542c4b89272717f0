"""The reports of a workspace become the messages that they print."""

from __future__ import annotations

from collections.abc import Mapping

from planreports.i18n.text import MessageKey
from planreports.layout.rendition import LanguageChoice
from planreports.translation.documents import documents, traced
from planreports.workspace.workspace import Workspace


def printed_messages(workspace: Workspace) -> Mapping[str, tuple[MessageKey, ...]]:
    """Return the messages of each report, by its name; all its documents of the workspace together.

    Raises PlanReportsError as `planreports.render` does.
    """
    choice = LanguageChoice()
    found: dict[str, dict[MessageKey, None]] = {}
    for document in documents(workspace):
        messages = found.setdefault(document.report, {})
        for keys in traced(document, workspace, choice).trace.messages.values():
            messages.update(dict.fromkeys(keys))
    return {report: tuple(messages) for report, messages in found.items()}
