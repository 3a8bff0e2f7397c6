"""What every page of the site has: head, policy, navigation, and its plain text within."""

from __future__ import annotations

import posixpath
import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from components.core.i18n import current_locale, pgettext
from components.core.i18n import gettext as _
from components.core.i18n.locale import LANGUAGE_NAMES, LANGUAGES
from components.outputs.static_site.csp import build_policy
from components.outputs.static_site.templates import inline_policy, render_template
from data.languages import ALL

# A frame asks the page around it for its documents: there the page's scripts come first.
FRAMED = ("map", "stories", "compare")
# Of these there are hundreds, with few words: `sitemap.xml` has their addresses and languages.
BRIEF = ("source",)
# And of these: the name of the atlas leads to its map, and they link their list and the findings;
# their script adds the rest.
SHORT_HEADER = ("source", "event")
ALWAYS = ("cohesion/index.html",)
# An address or a word that HTML takes bare. In a text, quotes are escaped: none is found there.
BARE = re.compile(r'(?<= )([a-z-]+)="([\w./:-]+)"')

# A line end before a block says nothing; there are tens of thousands.
BLOCKS = (
    *("article", "body", "dd", "div", "dl", "dt", "h[1-6]", "li", "link", "main", "meta", "p"),
    *("script", "section", "table", "tbody", "thead", "tr", "ul"),
)
TEXT = re.compile(r">[^<>]+<")
LINE_END = re.compile(rf"\n(?=</?(?:{'|'.join(BLOCKS)})\b)")


@dataclass(frozen=True)
class Page:
    """One page of the site in the language spoken: its place, its words, which script opens it.

    `path` is within the folder of its language; `picture` is a path within the site. Its text is
    what the template `template` makes of `values`. `settings` are told to its script.
    """

    path: str
    title: str
    description: str
    kind: str
    template: str
    values: Mapping[str, Any]
    settings: dict[str, str] = field(default_factory=dict)
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
    indexed = page.kind not in BRIEF
    assets = root + "assets/"
    scripts = (f"names-{language}.js", "pages.js")
    text = render_template(
        page.template,
        {
            **page.values,
            "page": page,
            "language": language,
            "policy": inline_policy(write_policy(page)),
            "preview": describe_preview(page, site, language),
            "canonical": site.base + place if site.base and indexed else "",
            "sheet": assets + site.files["site.css"],
            "scripts": [assets + site.files[name] for name in scripts],
            "settings": {"kind": page.kind, **page.settings},
            "framed": page.kind in FRAMED,
            **describe_header(page, language),
        },
    )
    return LINE_END.sub("", TEXT.sub(free_quotes, BARE.sub(r"\1=\2", text)))


def free_quotes(found: re.Match[str]) -> str:
    """Text between two tags with its quotes as they are: only an attribute ends with one."""
    return found[0].replace("&#34;", '"').replace("&#39;", "'")


def write_policy(page: Page) -> str:
    """The policy of a page of the site."""
    return build_policy(page.scripts, page.styles, files=True)


def describe_preview(page: Page, site: SiteContext, language: str) -> dict[str, str]:
    """What a messenger shows of a link to a page that has a picture.

    The title names the atlas, the page its language, the canonical link its address: none is said
    again.
    """
    return {
        "og:title": page.title,
        "og:image": (site.base or root_from(place_of(page, language))) + page.picture,
    }


def link_to(page: Page, language: str, other: str) -> str:
    """The way from a page in one language to the same page in another."""
    return posixpath.relpath(
        place_of(page, other), posixpath.dirname(place_of(page, language)) or "."
    )


def describe_header(page: Page, language: str) -> dict[str, Any]:
    """The name of the atlas, its pages, its languages; the script adds buttons; see `header.ts`."""
    home = root_from(page.path)
    section = page.path.split("/")[0]
    return {
        "home": f"{home}index.html",
        "links": [
            {"href": home + path, "name": name, "current": path.split("/")[0] == section}
            for path, name in name_pages().items()
            if page.kind not in SHORT_HEADER or path in ALWAYS or path.split("/")[0] == section
        ],
        "languages": [
            {
                "href": f"{link_to(page, language, other)}?lang={other}",
                "language": other,
                "name": LANGUAGE_NAMES[other],
                "current": other == language,
            }
            for other in LANGUAGES
        ],
        "words": {
            "atlas": _("CSTO Stance Atlas"),
            "pages": _("Pages"),
            "language": _("Language"),
        },
    }


def name_pages() -> dict[str, str]:
    """What the pages of the header are called, by their paths."""
    return {
        "index.html": _("Map"),
        "events/index.html": _("Events"),
        "members/index.html": _("Members"),
        "cohesion/index.html": pgettext("page", "Cohesion"),
        "votes/index.html": pgettext("page", "Votes"),
        "compare/index.html": pgettext("page", "Compare"),
        "stories/index.html": _("Briefings"),
        "method/index.html": _("Sources"),
    }


def name_buttons() -> dict[str, str]:
    """What the buttons of a page are called, which its script makes; see `header.ts`."""
    return {"scheme": _("Light or dark theme"), "type": _("Larger text")}
