"""Imported once, by the process from which the drawing processes are forked: it draws a picture.

Shapes, relief and typefaces are then in the memory that all of them share, and none has to wait.
"""

from __future__ import annotations

from components.export.drawing import draw_warm

draw_warm()
