"""The theme (ISO/IEC 29500-1, 20.1.6.9) and the font table (17.8): our colours and fonts in Word's menus."""

from __future__ import annotations

from collections.abc import Iterable

from planreports.document.styles import Stylesheet
from planreports.i18n.languages import Language
from planreports.writers.docx.xml import Xml, colour_value, element, quoted, root

_DRAWING = "http://schemas.openxmlformats.org/drawingml/2006/main"
_SLOTS = {
    "dk1": "ink",
    "lt1": None,
    "dk2": "navy",
    "lt2": "tint",
    "accent1": "navy",
    "accent2": "link",
    "accent3": "amber",
    "accent4": "red",
    "accent5": "grey",
    "accent6": "soft",
    "hlink": "link",
    "folHlink": "soft",
}
"""The theme's colours and the stylesheet's that they take; white where there is none."""


def theme(stylesheet: Stylesheet, complex_language: Language | None) -> Xml:
    """Return the theme part. Its effects are none: three plain fills, lines and effects, as it must have."""
    colours = "".join(_colour(slot, stylesheet, name) for slot, name in _SLOTS.items())
    latin = stylesheet.fonts.scripts["Latn"]
    complex_family = stylesheet.family(complex_language.script) if complex_language else latin
    families = {"latin": latin, "ea": "", "cs": complex_family}
    fonts = "".join(f"<a:{kind} typeface={quoted(name)}/>" for kind, name in families.items())
    fill = '<a:solidFill><a:schemeClr val="phClr"/></a:solidFill>'
    line = f'<a:ln w="6350">{fill}</a:ln>'
    effect = "<a:effectStyle><a:effectLst/></a:effectStyle>"
    return (
        '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
        f'<a:theme xmlns:a="{_DRAWING}" name="planreports"><a:themeElements>'
        f'<a:clrScheme name="planreports">{colours}</a:clrScheme>'
        f'<a:fontScheme name="planreports"><a:majorFont>{fonts}</a:majorFont>'
        f"<a:minorFont>{fonts}</a:minorFont>"
        f'</a:fontScheme><a:fmtScheme name="planreports"><a:fillStyleLst>{fill * 3}</a:fillStyleLst>'
        f"<a:lnStyleLst>{line * 3}</a:lnStyleLst><a:effectStyleLst>{effect * 3}</a:effectStyleLst>"
        f"<a:bgFillStyleLst>{fill * 3}</a:bgFillStyleLst></a:fmtScheme></a:themeElements></a:theme>"
    )


def _colour(slot: str, stylesheet: Stylesheet, name: str | None) -> Xml:
    value = colour_value(stylesheet.colours.get(name, "#000000")) if name else "FFFFFF"
    return f'<a:{slot}><a:srgbClr val="{value}"/></a:{slot}>'


def font_table(stylesheet: Stylesheet, more: Iterable[str] = ()) -> Xml:
    """Return the font table: every family that the look names, and `more`."""
    families = dict.fromkeys((*stylesheet.fonts.scripts.values(), *stylesheet.fonts.fallback, *more))
    return root("fonts", *(element("font", element("charset", val="00"), name=each) for each in families))
