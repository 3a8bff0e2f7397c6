"""Links of the site's form open the same in the app."""

from __future__ import annotations

from urllib.parse import urljoin

import pytest

from tests.components.server.http_client import fetch


@pytest.mark.parametrize(
    ("given", "wanted"),
    [
        ("/events/april-war-2016.html?toward=AZE", "/events?event=april-war-2016&toward=AZE"),
        ("/ru/events/april-war-2016.html", "/events?event=april-war-2016&lang=ru"),
        ("/members/ARM.html", "/members?panel=ARM"),
        ("/ru/method/stratfor.html?lang=en", "/sources?source=stratfor&lang=en"),
        ("/ru/method/index.html?part=rule", "/sources?part=rule&lang=ru"),
        ("/sources/index.html", "/sources"),
        ("/stories/index.html?story=x&step=2", "/stories?story=x&step=2"),
        ("/stories/x.html", "/stories?story=x"),
        ("/ru/compare/index.html?b-year=1995", "/compare?b-year=1995&lang=ru"),
        ("/ru/cohesion/index.html?pair=ARM-KAZ", "/cohesion?pair=ARM-KAZ&lang=ru"),
        ("/ru/index.html?year=2010&at=40,45,6", "/?year=2010&at=40,45,6&lang=ru"),
        ("/events/%26x=%3Cb%3E%0d%0aA:b.html", "/events?event=%26x%3D%3Cb%3E%0D%0AA%3Ab"),
    ],
)
def test_the_same_page_of_the_app(server: str, given: str, wanted: str) -> None:
    answer = fetch(server, given)
    assert answer.status == 307
    location = answer.headers["location"]
    # Relative, so that it holds where a proxy has taken a path off.
    assert not location.startswith("/")
    assert urljoin(given, location) == wanted
