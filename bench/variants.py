"""What is measured: the atlas and its baselines, and how the browser knows each is there."""

from __future__ import annotations

from dataclasses import dataclass, replace
from pathlib import Path

ROOT = Path(__file__).parents[1]
ALL_LAYERS = "?layers=members,zones,events,frontier,relief,labels,control"
# As Streamlit comes, but for what would reach out, open a browser or watch files.
DEFAULT_WAY = (
    "--server.headless=true",
    "--browser.gatherUsageStats=false",
    "--server.fileWatcherType=none",
)
LEAST_PATHS = 40


@dataclass(frozen=True)
class Variant:
    """One way to show the map.

    `usable` and `shown` are JavaScript expressions: true once the map can be used (asked in every
    frame), and the year that is drawn (asked in the frame that `in_frame` tells). `commits_view`:
    the map tells the server of a release, no slider of Streamlit's does. `root`: the checkout
    whose modules are imported. `kind`: how its controls are found, the same for every revision
    of the atlas.
    """

    name: str
    folder: Path
    script: str
    options: tuple[str, ...]
    usable: str
    query: str = ""
    shown: str = ""
    in_frame: bool = False
    reruns: bool = False
    commits_view: bool = False
    root: Path = ROOT
    kind: str = "atlas"


ATLAS = Variant(
    name="atlas",
    folder=ROOT,
    script="app.py",
    options=(),
    query=ALL_LAYERS,
    usable="['ready', 'complete'].includes(document.documentElement.dataset.atlas)",
    shown="document.querySelector('.thumb').getAttribute('aria-valuenow')",
    in_frame=True,
    reruns=True,
    commits_view=True,
)
USUAL = Variant(
    name="usual",
    kind="usual",
    folder=ROOT / "bench" / "baseline_st_folium",
    script="app.py",
    options=DEFAULT_WAY,
    usable=f"document.querySelectorAll('.leaflet-overlay-pane path').length >= {LEAST_PATHS}",
    shown="document.querySelector('h2')?.textContent",
    reruns=True,
)
PLOTLY = Variant(
    name="plotly",
    kind="plotly",
    folder=ROOT / "bench" / "baseline_plotly",
    script="app.py",
    options=DEFAULT_WAY,
    usable=f"document.querySelectorAll('.choroplethlayer path').length >= {LEAST_PATHS}",
    shown="window.benchAnimated",
)
BARE = Variant(
    name="bare",
    kind="bare",
    folder=ROOT / "bench" / "baseline_bare",
    script="app.py",
    options=DEFAULT_WAY,
    usable=(
        "document.querySelector('[data-testid=stMarkdownContainer]')"
        "?.textContent.includes('One line')"
    ),
)
VARIANTS = (ATLAS, USUAL, PLOTLY, BARE)
MAPS = (ATLAS, USUAL, PLOTLY)


def vary_checkout(name: str, folder: Path) -> Variant:
    """The atlas of another checkout, as a column of that name."""
    return replace(ATLAS, name=name, folder=folder, root=folder)
