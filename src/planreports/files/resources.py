"""Where the package keeps what it ships: templates, locales, the example; installed or in a checkout."""

from __future__ import annotations

from importlib import resources
from pathlib import Path

_PACKAGE = Path(str(resources.files("planreports")))


def resource(*parts: str) -> Path:
    """Return the path of a shipped file or folder, such as `resource("templates", "style.toml")`.

    The wheel holds `templates/`, `locales/` and `examples/` inside the package; a checkout, beside `src/`.
    Raises FileNotFoundError, a defect of the installation, when it is in neither.
    """
    for home in (_PACKAGE, _PACKAGE.parent.parent):
        path = home.joinpath(*parts)
        if path.exists():
            return path
    raise FileNotFoundError(f"the installation of planreports lacks {'/'.join(parts)}")
