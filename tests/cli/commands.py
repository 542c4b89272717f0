"""The command called as a shell calls it, and what came of it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass


@dataclass
class Result:
    status: int
    out: str
    err: str


Run = Callable[..., Result]
