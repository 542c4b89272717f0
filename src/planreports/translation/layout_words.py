"""Front matter of the layouts that ship becomes messages: what the command says of them and their options."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from planreports.files.source import ValuePath
from planreports.i18n.text import Text
from planreports.layout.folders import LayoutFile
from planreports.layout.front_matter import read_front_matter
from planreports.translation.source_messages import SourceMessage


def layout_words(folder: Path) -> Iterator[SourceMessage]:
    """Yield what each layout of a folder is for, and what its options are, in order of file and line."""
    for path in sorted(folder.glob("*.jinja")):
        name = f"{folder.name}/{path.name}"
        read = read_front_matter(LayoutFile(path, name))
        texts: dict[ValuePath, Text | None] = {("about",): read.matter.about}
        texts |= {("options", each, "help"): option.help for each, option in read.matter.options.items()}
        for place, text in texts.items():
            if text:
                yield SourceMessage(str(text), name, read.source.place(place)[0])
