"""What messages are sorted into, each kind a PO file of its own: a row a domain.

A further domain is a row here; documents read those that `planreports.i18n.catalogs.DOMAINS` names.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from functools import partial
from pathlib import Path

from planreports.files.resources import resource
from planreports.i18n import speech
from planreports.plan.loader import built_in_folder
from planreports.translation.command_messages import command_messages
from planreports.translation.interface_messages import PACKAGE, interface_messages
from planreports.translation.layout_words import layout_words
from planreports.translation.plan_messages import plan_messages
from planreports.translation.source_messages import SourceMessage
from planreports.translation.workspace_messages import workspace_messages
from planreports.workspace.texts import DOMAIN as WORKSPACE
from planreports.workspace.workspace import configuration_of, own_plan

Messages = Callable[[], Iterable[SourceMessage]]


def _built_in_plan() -> Iterable[SourceMessage]:
    name = "lao-japan"
    return plan_messages(built_in_folder(name), f"src/planreports/plan/data/{name}")


def _command() -> Iterable[SourceMessage]:
    for words, place, line in command_messages(PACKAGE):
        yield SourceMessage(words, place, line)
    yield from layout_words(resource("templates"))


SHIPPED: Mapping[str, Messages] = {
    "planreports": interface_messages,
    "plan": _built_in_plan,
    speech.DOMAIN: _command,
}
"""The domains that ship, and what yields the messages of each."""


def own_domains(folder: Path) -> Mapping[str, Messages]:
    """Return the domains of a workspace's folder: its own text, and its plan where that is its own."""
    configuration, _ = configuration_of(folder)
    own: dict[str, Messages] = {}
    if (plan := own_plan(configuration, folder)) is not None:
        own["plan"] = partial(plan_messages, plan, plan.relative_to(folder).as_posix())
    return {**own, WORKSPACE: partial(workspace_messages, folder)}
