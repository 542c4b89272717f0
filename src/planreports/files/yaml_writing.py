"""Values become YAML text as a person would write it: in blocks, with quotation marks only where needed."""

from __future__ import annotations

import textwrap
from collections.abc import Mapping, Sequence
from typing import Any

import yaml

_WIDTH = 100
"""Longer lines are folded at a space."""

_STRING_TAG = "tag:yaml.org,2002:str"
_BARE_TAGS = ("tag:yaml.org,2002:timestamp", "tag:yaml.org,2002:int", "tag:yaml.org,2002:float")
"""What stands without quotation marks although YAML would read it as something else: we read text."""


_RESOLVER: Any = yaml.resolver.Resolver()


class _Dumper(yaml.SafeDumper):
    """Sets lists in from the key that holds them."""

    def increase_indent(self, flow: bool = False, indentless: bool = False) -> None:
        """Set in also what PyYAML would leave under its key."""
        super().increase_indent(flow, indentless=False)


def item_text(value: object, indent: int) -> str:
    """Return a list's item, of mappings, lists and words, as lines that stand `indent` characters in.

    >>> print(item_text({"id": "3.10", "date": "2026-08-31", "said": "no"}, 2), end="")
      - id: 3.10
        date: 2026-08-31
        said: 'no'
    """
    node = yaml.SequenceNode("tag:yaml.org,2002:seq", [_node(value)], flow_style=False)
    text: str = yaml.serialize(node, Dumper=_Dumper, allow_unicode=True, width=_WIDTH)
    return textwrap.indent(text, " " * indent)


def _node(value: object) -> yaml.Node:
    if isinstance(value, Mapping):
        pairs = [(_scalar(str(key)), _node(each)) for key, each in value.items()]
        return yaml.MappingNode("tag:yaml.org,2002:map", pairs, flow_style=not pairs)
    if isinstance(value, Sequence) and not isinstance(value, str):
        items = [_node(each) for each in value]
        return yaml.SequenceNode("tag:yaml.org,2002:seq", items, flow_style=not items)
    return _scalar(str(value))


def _scalar(words: str) -> yaml.ScalarNode:
    tag = _RESOLVER.resolve(yaml.ScalarNode, words, (True, False))
    style = "|" if "\n" in words else None
    return yaml.ScalarNode(tag if tag in _BARE_TAGS else _STRING_TAG, words, style=style)
