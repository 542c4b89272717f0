"""What all tests share: accepting what came out, and the marker for tests that need other programs."""

from __future__ import annotations

import os

import pytest
from hypothesis import HealthCheck, settings

from tests import programs

_UNTIMED = settings(deadline=None, suppress_health_check=[HealthCheck.too_slow])
"""Nothing in the tests is timed: a busy machine is no mistake of ours."""

settings.register_profile("same", _UNTIMED, derandomize=True)
settings.register_profile("explore", _UNTIMED, derandomize=False, max_examples=1000)
settings.load_profile(os.environ.get("HYPOTHESIS_PROFILE", "same"))


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption(
        "--accept", action="store_true", help="rewrite golden documents and pictures with what came out"
    )


@pytest.fixture
def accept(request: pytest.FixtureRequest) -> bool:
    return bool(request.config.getoption("--accept"))


def pytest_runtest_setup(item: pytest.Item) -> None:
    programs.require(tool for marker in item.iter_markers("interop") for tool in marker.args)
