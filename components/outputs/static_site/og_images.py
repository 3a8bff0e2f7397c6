"""The pictures of link previews: the map of each event and of each story, small enough to carry."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from concurrent.futures import ProcessPoolExecutor
from io import BytesIO
from multiprocessing import get_context
from urllib.parse import parse_qsl

from PIL import Image

from components.core.view_state import LinkRules, View, read_link
from components.outputs.static_map import draw_map_only, write_picture
from data.stories import read_stories

# Drawn larger and made smaller, lines are even; messengers leave out what is less than 200 high.
DRAWN = (1200, 630)
PREVIEW_PIXELS = (382, 200)
# Nicolas Robidoux's quantization table for the eye, as in mozjpeg, and how much coarser it is used.
ROBIDOUX = (
    *(16, 16, 16, 18, 25, 37, 56, 85),
    *(16, 17, 20, 27, 34, 40, 53, 75),
    *(16, 20, 24, 31, 43, 62, 91, 135),
    *(18, 27, 31, 40, 53, 74, 106, 156),
    *(25, 34, 43, 53, 69, 94, 131, 189),
    *(37, 40, 62, 74, 94, 124, 169, 238),
    *(56, 53, 91, 106, 131, 169, 226, 311),
    *(85, 75, 135, 156, 189, 238, 311, 418),
)
COARSER = 3.0
LIGHT = [min(255, round(COARSER * step)) for step in ROBIDOUX]
# The mean colour of a block is kept more finely: even areas keep their tint.
COLOUR = [24, *LIGHT[1:]]
# Relief and words double the bytes of a picture of this size, and cannot be made out in it; so it
# has no language, and title and description beside it are those of the page that names it.
LAYERS = ("members", "zones", "events")
HOME = "index"


def list_previews(rules: LinkRules) -> dict[str, View]:
    """The views that have a picture, by its name: of today, of each event, of each story."""
    views = {HOME: View(year=rules.last_year, layers=LAYERS)}
    for event, year in rules.event_years.items():
        toward = rules.references[event][0]
        views[f"event-{event}"] = View(year=year, event=event, toward=toward, layers=LAYERS)
    for story in read_stories():
        shown = read_link(dict(parse_qsl(story.steps[0].view)), rules).view
        views[f"story-{story.id}"] = View(
            shown.year, shown.event, shown.toward, LAYERS, date=shown.date
        )
    return views


def draw_previews(views: Mapping[str, View], processes: int) -> Iterator[tuple[str, bytes]]:
    """Each picture as JPEG by its name, as they are done; about a second each and process."""
    with ProcessPoolExecutor(processes, mp_context=get_context("spawn")) as pool:
        yield from zip(views, pool.map(draw_preview, views.values()), strict=True)


def draw_preview(view: View) -> bytes:
    """The picture of one view."""
    drawn = write_picture(draw_map_only(view, size=DRAWN, scaled=False), "png")
    picture = (
        Image.open(BytesIO(drawn)).convert("RGB").resize(PREVIEW_PIXELS, Image.Resampling.LANCZOS)
    )
    out = BytesIO()
    picture.save(
        out, "JPEG", qtables=[LIGHT, COLOUR], optimize=True, progressive=True, subsampling=2
    )
    return out.getvalue()
