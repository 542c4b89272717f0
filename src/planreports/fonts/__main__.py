"""Write the font of signs beside this module: `python -m planreports.fonts`."""

from pathlib import Path

from planreports.fonts.drawing import symbols_font

Path(__file__).with_name("PlanreportsSymbols.ttf").write_bytes(symbols_font())
