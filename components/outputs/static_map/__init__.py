"""Pictures of the atlas: PNG, SVG and PDF, drawn on the server with the palette of the web map.

An equal-area conic projection, the same fills, patterns, zones and counts, and every name that has
room. `view in, figure out`; see `map_page.py`, `comparison.py`, `dossier.py` and `savefig.py`.
"""

from components.outputs.static_map.comparison import draw_comparison
from components.outputs.static_map.dossier import draw_dossier
from components.outputs.static_map.figure import Picture
from components.outputs.static_map.map_page import draw_map_only, draw_view
from components.outputs.static_map.savefig import write_pages, write_picture
from components.outputs.static_map.story_page import draw_step

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
