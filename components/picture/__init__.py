"""Pictures of the atlas: PNG, SVG and PDF, drawn on the server with the palette of the web map.

An equal-area conic projection, the same fills, patterns, zones and counts, and every name that has
room. `view in, figure out`; see `views.py`, `comparison.py`, `dossier.py` and `write.py`.
"""

from components.picture.comparison import draw_comparison
from components.picture.dossier import draw_dossier
from components.picture.picture import Picture
from components.picture.step import draw_step
from components.picture.views import draw_map_only, draw_view
from components.picture.write import write_pages, write_picture

__all__ = [
    "Picture",
    "draw_comparison",
    "draw_dossier",
    "draw_map_only",
    "draw_step",
    "draw_view",
    "write_pages",
    "write_picture",
]
