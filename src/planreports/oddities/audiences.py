"""Parts of a record that are declared for more eyes than the record itself: nobody else ever sees them."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from typing import Protocol

from planreports.oddities.oddity import Kind, Oddity, Spot
from planreports.told import Told, told
from planreports.workspace.content import Audience


class _Whole(Protocol):
    @property
    def audience(self) -> Audience: ...


class Narrowing(Protocol):
    """A part of a record, which may be for fewer eyes than that."""

    @property
    def audience(self) -> Audience | None:
        """Return who may see it; None where it says nothing."""


def audience_oddities(
    whole: _Whole,
    parts: Mapping[str, Sequence[Narrowing] | Narrowing | None],
    name: Told,
    spot: Callable[..., Spot],
) -> Iterator[Oddity]:
    """Yield an oddity for every part, by its key, whose audience is wider than that of the whole.

    `spot` returns where a path in the record stands; `name` is what messages call it.
    """
    for key, found in parts.items():
        if not found:
            continue
        for path, part in _each(key, found):
            if part.audience is not None and whole.audience.narrowed(part.audience) is not part.audience:
                message = told(
                    "`audience` says `{part}` here, and {name} is `{whole}`",
                    part=part.audience,
                    name=name,
                    whole=whole.audience,
                )
                hint = told(
                    "only `{audience}` readers see it: widen that of {name}",
                    audience=whole.audience,
                    name=name,
                )
                yield Oddity(Kind.AUDIENCE_WITHOUT_EFFECT, spot(*path, "audience"), message, hint)


def _each(
    key: str, found: Sequence[Narrowing] | Narrowing | None
) -> Iterator[tuple[tuple[str | int, ...], Narrowing]]:
    if isinstance(found, tuple):
        yield from (((key, number), part) for number, part in enumerate(found))
    elif found is not None and not isinstance(found, Sequence):
        yield (key,), found
