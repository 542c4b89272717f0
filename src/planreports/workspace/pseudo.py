"""A workspace becomes the same workspace with the pseudo-locale, where that is asked for."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import replace

from planreports.document.styles import Stylesheet
from planreports.i18n.languages import PSEUDO_LANGUAGE
from planreports.i18n.pseudo_locale import with_pseudo_locale
from planreports.workspace.statuses import status_scale
from planreports.workspace.workspace import Workspace

_LIKE = "lo"
"""The language as which the pseudo-locale looks: its words have the same tall marks."""


def in_languages(workspace: Workspace, languages: Collection[str]) -> Workspace:
    """Return a workspace for documents in some languages: with the pseudo-locale if it is one of them."""
    if PSEUDO_LANGUAGE not in languages or PSEUDO_LANGUAGE in workspace.catalogs.languages:
        return workspace
    catalogs = with_pseudo_locale(workspace.catalogs)
    return replace(
        workspace,
        catalogs=catalogs,
        plan=workspace.plan.localized(lambda context, text: catalogs.completed(text, context)),
        statuses=status_scale(workspace.configuration.statuses, catalogs),
        stylesheet=_look(workspace.stylesheet),
    )


def _look(stylesheet: Stylesheet) -> Stylesheet:
    """Return a look in which the pseudo-locale has the lines and sizes of Lao."""
    paragraph = {
        name: style.model_copy(
            update={"variants": {**style.variants, PSEUDO_LANGUAGE: style.variants[_LIKE]}}
            if _LIKE in style.variants
            else {}
        )
        for name, style in stylesheet.paragraph.items()
    }
    language = dict(stylesheet.language)
    if _LIKE in language:
        language[PSEUDO_LANGUAGE] = language[_LIKE]
    return stylesheet.model_copy(update={"paragraph": paragraph, "language": language})
