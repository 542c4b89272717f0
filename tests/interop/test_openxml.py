"""Microsoft's Open XML rules, as openxml-audit holds them, are kept by every Word file."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.interop.names import NAMES

pytestmark = pytest.mark.interop("openxml-audit")


@pytest.mark.parametrize("name", NAMES)
def test_every_rule_is_kept(files: Path, name: str) -> None:
    from openxml_audit import OpenXmlValidator

    result = OpenXmlValidator().validate(str(files / f"{name}.docx"))
    assert [str(error) for error in result.errors] == []
    assert result.is_valid
