"""Words of the command line become a progress entry as its file has it; each mistake names its option."""

from __future__ import annotations

import re
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, field

from planreports.errors import Problem, did_you_mean
from planreports.told import told

Wish = dict[str, object]

_NAMED = re.compile(r"([A-Za-z][A-Za-z0-9-]*)=(.*)", re.DOTALL)


@dataclass(frozen=True, slots=True)
class Parts:
    """An option of several values with `|` between: the first ones by their place, the others by their name.

    `names` are the keys by place; the first is words in any language. `others` have no place.
    """

    option: str
    key: str
    names: tuple[str, ...]
    others: tuple[str, ...] = ("audience",)


STEPS = Parts("--next-step", "next_steps", ("step", "owner", "due"), ("done", "audience"))
EVIDENCE = Parts("--evidence", "evidence", ("title", "date", "link"))
BUDGETS = Parts("--budget", "budget", ("currency", "planned", "spent"))

WORDS = ("achievements", "result", "difficulties", "reason", "lessons", "support_requested", "assessment")
"""The entry's parts that are words; the option of each has hyphens where the key has underscores."""

LABELS: Mapping[str, str] = {
    "commitment": "COMMITMENT",
    "as_of": "--as-of",
    "received": "--received",
    "agency": "--agency",
    "status": "--status",
    "recommendation": "--recommendation",
    "audience": "--audience",
    "secretariat": "--secretariat-status",
    **{key: f"--{key.replace('_', '-')}" for key in WORDS},
    **{parts.key: parts.option for parts in (STEPS, EVIDENCE, BUDGETS)},
}
"""What each key of an entry is called on the command line."""


@dataclass
class EntryOptions:
    """Reads the options of an entry; `languages` are those that words can be given in, `main` without a code.

    What cannot be read is in `problems`.
    """

    languages: Collection[str]
    main: str
    problems: list[Problem] = field(default_factory=list)

    def words(self, option: str, given: Sequence[str]) -> object:
        """Return words as a file has them: alone, or per language where a code stands before them: lo=…"""
        found: dict[str, str] = {}
        for words in given:
            code, text = self._language(words)
            if code in found:
                self.problems.append(Problem(told("`{code}` is given twice", code=code), option))
            found[code] = text
        return found["en"] if list(found) == ["en"] else found or None

    def parts(self, parts: Parts, given: Sequence[str]) -> list[Wish]:
        """Return the values of an option that may be given several times."""
        return [self._one(parts, words) for words in given]

    def _one(self, parts: Parts, words: str) -> Wish:
        by_place, named = self._apart(parts, words)
        if len(by_place) > len(parts.names):
            expected = "|".join(name.upper() for name in parts.names)
            hint = told(
                "expected {parts}, and then {others}",
                parts=expected,
                others=", ".join(f"{name}=…" for name in parts.others),
            )
            self.problems.append(
                Problem(told("`{words}` has too many parts", words=words[:60]), parts.option, hint=hint)
            )
        wish: Wish = {name: value for name, value in zip(parts.names, by_place, strict=False) if value}
        first = parts.names[0]
        in_languages = [f"{name}={value}" for name, value in named if name in self.languages]
        if in_languages:
            main = [str(wish[first])] if first in wish else []
            wish[first] = self.words(parts.option, [*main, *in_languages])
        return wish | {name: value for name, value in named if name not in self.languages}

    def _apart(self, parts: Parts, words: str) -> tuple[list[str], list[tuple[str, str]]]:
        """Return the values by place and those by name: the latter begin with a name that the option has."""
        by_place: list[str] = []
        named: list[tuple[str, str]] = []
        known = (*parts.names[1:], *parts.others, *self.languages)
        for part in (each.strip() for each in words.split("|")):
            match = _NAMED.fullmatch(part)
            if match and by_place and match[1] not in known:
                hint = did_you_mean(match[1], known)
                self.problems.append(
                    Problem(told("unknown name `{name}`", name=match[1]), parts.option, hint=hint)
                )
            elif match and match[1] in known:
                named.append((match[1], match[2]))
            else:
                by_place.append(part)
        return by_place, named

    def _language(self, words: str) -> tuple[str, str]:
        match = _NAMED.fullmatch(words)
        return (match[1], match[2]) if match and match[1] in self.languages else (self.main, words)
