"""The font of signs that documents use and that no font at hand has: statuses, boxes to tick, triangles.

`PlanreportsSymbols.ttf` is drawn by `planreports.fonts.drawing`; nothing in it is taken from another font.
"""
