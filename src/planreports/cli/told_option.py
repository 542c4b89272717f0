"""An option whose help names values of the program: click would keep the English of it only."""

from __future__ import annotations

from typing import Any

import click


class ToldOption(click.Option):
    """An option whose help is a message."""

    def __init__(self, *arguments: Any, **attributes: Any) -> None:
        super().__init__(*arguments, **attributes)
        self.help = attributes["help"]
