"""What is to be filled in: a field's name, label and kind, and what one may choose from."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

FieldKind = Literal["text", "date", "lines", "choice"]


@dataclass(frozen=True, slots=True)
class FieldOption:
    """One of those that a choice is made from: the value that is read back, and its words."""

    value: str
    words: str


@dataclass(frozen=True, slots=True)
class Prompt:
    """Words that ask for an answer, and their language."""

    language: str
    words: str


@dataclass(frozen=True, slots=True)
class FormField:
    """What is to be filled in: words on a line or more, a date, or one of `options`.

    `name` is what reads it back, `label` says in words what it is; one that is empty is given by the header
    of the cell's column. `prompts` ask for it where a program fills it in, until something stands there.
    """

    name: str
    label: str
    kind: FieldKind
    prompts: tuple[Prompt, ...] = ()
    options: tuple[FieldOption, ...] = ()
