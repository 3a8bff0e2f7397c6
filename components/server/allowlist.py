"""What the atlas serves, by path and method; all else that the framework offers is closed."""

from __future__ import annotations

from collections.abc import Sequence

from starlette.routing import Route

from components.server.base_url import url_base
from components.server.streamlit_static import list_files

READ = frozenset({"GET", "HEAD"})
# The pages of `components/app/page_list.py`; a test holds the two together.
PAGES = (
    *("", "events", "members", "cohesion", "votes", "compare", "stories", "sources"),
    *("search", "propose", "coding"),
)
HEALTH = "/_stcore/health"
# What a proxy asks of a replica: it must not take it for dead, or for busy, under a flood.
PROBES = frozenset({HEALTH, "/ready"})
STREAM = "/_stcore/stream"
# Of Streamlit's own: its health, the settings that its front end asks for, files to download. Not
# its uploads, its sign-in, its counters, its interface for programs, a script run on request.
FRAMEWORK = {HEALTH: READ, "/_stcore/host-config": frozenset({"GET"})}
MEDIA = "/media/"
FILE_FOLDERS = ("/static/", "/component/")


class Allowlist:
    """The methods of each address."""

    def __init__(self, routes: Sequence[Route]) -> None:
        """Take the app's own routes; the rest is known here."""
        pages = {f"/{page}": READ for page in PAGES}
        # Streamlit sends on from a page's name with a slash after it.
        folders = {f"/{page}/": READ for page in PAGES if page}
        self.exact = {**pages, **folders, **FRAMEWORK}
        self.routes = [(route.path_regex, frozenset(route.methods or ())) for route in routes]

    def find_methods(self, path: str) -> frozenset[str]:
        """The methods of a path within the app; none for an address that does not exist."""
        if path.startswith(FILE_FOLDERS):
            return READ if path in list_files() else frozenset()
        if path in self.exact:
            return self.exact[path]
        if path.startswith(MEDIA):
            name = path.removeprefix(MEDIA)
            return READ if name and "/" not in name else frozenset()
        full = url_base() + path
        found = (methods for pattern, methods in self.routes if pattern.match(full))
        return frozenset().union(*found)
