"""A house's own Word file becomes the look of ours: its styles, paper and margins, running heads and feet.

`source` reads it; `look` derives from it the stylesheet that everything is measured with; `styles` merges its
styles with ours, by their names; `letterhead` puts its running heads and feet around ours.
"""
