"""What every page of the site has: head, policy, navigation, and its plain text within."""

from __future__ import annotations

import posixpath
from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Any
from xml.etree.ElementTree import Element

from components.core.i18n import babel_locale, current_locale, pgettext
from components.core.i18n import gettext as _
from components.core.i18n.locale import LANGUAGE_NAMES, LANGUAGES
from components.outputs.static_site.compress_json import embed_json
from components.outputs.static_site.csp import build_policy
from components.outputs.static_site.html import make, make_raw, write_page
from data.languages import ALL

# A frame asks the page around it for its documents: there the page's scripts come first.
FRAMED = ("map", "stories", "compare")


@dataclass(frozen=True)
class Page:
    """One page of the site in the language spoken: its place, its words, which script opens it.

    `path` is within the folder of its language; `picture` is a path within the site.
    """

    path: str
    title: str
    description: str
    kind: str
    body: Sequence[Element]
    settings: dict[str, Any] = field(default_factory=dict)
    picture: str = ""
    scripts: Sequence[str] = ()
    styles: Sequence[str] = ()


@dataclass(frozen=True)
class SiteContext:
    """What the pages share: the site's own address, if it knows it, and its files by name."""

    base: str
    files: dict[str, str]


def folder_of(language: str) -> str:
    """The folder of a language within the site, with a slash at its end."""
    return ALL[language].folder


def place_of(page: Page, language: str) -> str:
    """The path of a page within the site."""
    return folder_of(language) + page.path


def root_from(place: str) -> str:
    """The way from a page to the root of the site."""
    return "../" * place.count("/")


def render_page(page: Page, site: SiteContext) -> str:
    """The page as HTML, in the language spoken now."""
    language = current_locale()
    place = place_of(page, language)
    root = root_from(place)
    settings = {"kind": page.kind, "root": root, "path": page.path, **page.settings}
    assets = root + "assets/"
    head = make(
        "head",
        {},
        make("meta", {"charset": "utf-8"}),
        make("meta", {"http-equiv": "Content-Security-Policy", "content": write_policy(page)}),
        make("meta", {"name": "viewport", "content": "width=device-width, initial-scale=1"}),
        make("meta", {"name": "referrer", "content": "no-referrer"}),
        make("title", {}, page.title),
        *describe_head(page, site, language),
        make("link", {"rel": "icon", "href": assets + site.files["favicon.svg"]}),
        make("link", {"rel": "stylesheet", "href": assets + site.files["site.css"]}),
    )
    names = site.files[f"names-{language}.js"]
    scripts = make(
        "div", {}, make_script(assets + names), make_script(assets + site.files["pages.js"])
    )
    order = [scripts, make("main", {"class": "stMain"}, *page.body)]
    body = make(
        "body",
        {"class": "stApp"},
        render_header(page, language),
        make_raw("script", embed_json(settings), {"type": "application/json", "id": "atlas-page"}),
        *(order if page.kind in FRAMED else reversed(order)),
    )
    return write_page(make("html", {"lang": language}, head, body))


def make_script(address: str) -> Element:
    """A script of the site."""
    return make("script", {"src": address})


def write_policy(page: Page) -> str:
    """The policy of a page of the site."""
    return build_policy(page.scripts, page.styles, files=True)


def describe_head(page: Page, site: SiteContext, language: str) -> list[Element]:
    """What search engines and link previews read: description, picture, the other language."""
    own = site.base + place_of(page, language)
    # One element is read under either name, and the description is the longest text of the head.
    shared = {"property": "og:description"} if page.picture else {}
    found = [make("meta", {"name": "description", **shared, "content": page.description})]
    if page.picture:
        found += describe_preview(page, site, language)
    if site.base:
        found.append(make("link", {"rel": "canonical", "href": own}))
    for other in LANGUAGES:
        address = site.base + place_of(page, other) if site.base else link_to(page, language, other)
        found.append(make("link", {"rel": "alternate", "hreflang": other, "href": address}))
    return found


def describe_preview(page: Page, site: SiteContext, language: str) -> list[Element]:
    """What a messenger shows of a link to a page that has a picture."""
    properties = {
        "og:type": "website" if page.path == "index.html" else "article",
        "og:site_name": _("CSTO Stance Atlas"),
        "og:title": page.title,
        "og:locale": babel_locale(),
        "og:image": (site.base or root_from(place_of(page, language))) + page.picture,
    }
    if site.base:
        properties["og:url"] = site.base + place_of(page, language)
    found = [make("meta", {"property": name, "content": text}) for name, text in properties.items()]
    return [*found, make("meta", {"name": "twitter:card", "content": "summary_large_image"})]


def link_to(page: Page, language: str, other: str) -> str:
    """The way from a page in one language to the same page in another."""
    return posixpath.relpath(
        place_of(page, other), posixpath.dirname(place_of(page, language)) or "."
    )


def render_header(page: Page, language: str) -> Element:
    """The name of the atlas, its pages, its languages; buttons are added by their script."""
    home = root_from(page.path)
    links = [
        ("index.html", _("Map")),
        ("events/index.html", _("Events")),
        ("members/index.html", _("Members")),
        ("cohesion/index.html", pgettext("page", "Cohesion")),
        ("compare/index.html", pgettext("page", "Compare")),
        ("stories/index.html", _("Briefings")),
        ("method/index.html", _("Sources")),
    ]
    section = page.path.split("/")[0]
    items = [
        make("a", {"href": home + path} | mark_current(path.split("/")[0] == section), name)
        for path, name in links
    ]
    languages = [
        make(
            "a",
            {
                "href": f"{link_to(page, language, other)}?lang={other}",
                "hreflang": other,
                "lang": other,
            }
            | mark_current(other == language),
            LANGUAGE_NAMES[other],
        )
        for other in LANGUAGES
    ]
    return make(
        "header",
        {"class": "site-header"},
        make("a", {"class": "site-title", "href": f"{home}index.html"}, _("CSTO Stance Atlas")),
        make("nav", {"class": "site-pages", "aria-label": _("Pages")}, *items),
        make("nav", {"class": "site-languages", "aria-label": _("Language")}, *languages),
    )


def name_buttons() -> dict[str, str]:
    """What the buttons of a page are called, which its script makes; see `header_buttons.ts`."""
    return {"scheme": _("Light or dark theme"), "type": _("Larger text")}


def render_scheme_button() -> Element:
    """The button for light or dark, of a page that is one file."""
    return render_button("site-scheme", name_buttons()["scheme"], "◐")


def render_type_button() -> Element:
    """The button for large type, of a page that is one file."""
    return render_button("site-type", name_buttons()["type"], "Aa")


def render_button(kind: str, label: str, sign: str) -> Element:
    """A button of the head."""
    return make(
        "button", {"type": "button", "class": kind, "aria-label": label, "title": label}, sign
    )


def mark_current(current: bool) -> dict[str, str]:
    """The attribute that marks a link to where the reader is."""
    return {"aria-current": "page"} if current else {}
