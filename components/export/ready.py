"""Imported once, by the process from which the drawing processes are forked: it draws a picture.

Shapes, relief and typefaces are then in the memory that all of them share, and none has to wait.
"""

from __future__ import annotations

import gc

import components.export.finish  # noqa: F401 (what documents are written with)
from components.export.drawing import draw_warm
from components.server.memory import return_large_blocks

return_large_blocks()
draw_warm()
gc.collect()
# The collector writes into all it looks at: memory that it never looks at stays shared.
gc.freeze()
