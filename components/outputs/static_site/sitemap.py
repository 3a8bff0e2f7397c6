"""What machines and lost readers ask for: site map, robots.txt, the page for a wrong address."""

from __future__ import annotations

from collections.abc import Sequence
from xml.etree.ElementTree import Element, SubElement, tostring

from components.core.i18n import gettext as _
from components.core.i18n import locale_context
from components.core.i18n.locale import LANGUAGES
from components.outputs.static_site.csp import build_policy
from components.outputs.static_site.output_manifest import SiteFiles
from components.outputs.static_site.page_template import folder_of
from components.outputs.static_site.templates import inline, inline_policy, render_template
from components.server.custom_component import read_style

NAMESPACE = "http://www.sitemaps.org/schemas/sitemap/0.9"


def add_sitemap(files: SiteFiles, base: str, places: Sequence[str]) -> None:
    """Put `sitemap.xml`, `robots.txt` and `404.html`."""
    files.add("sitemap.xml", write_sitemap(base, places))
    files.add("robots.txt", write_robots(base))
    files.add("404.html", write_lost_page(base))
    # GitHub would otherwise leave out what a generator of its own has no use for.
    files.add(".nojekyll", b"")


def write_sitemap(base: str, places: Sequence[str]) -> bytes:
    """The addresses of all pages; relative ones, which search engines refuse, without a base."""
    root = Element("urlset", {"xmlns": NAMESPACE})
    for place in sorted(places):
        SubElement(SubElement(root, "url"), "loc").text = base + place
    return bytes(tostring(root, encoding="utf-8", xml_declaration=True))


def write_robots(base: str) -> str:
    """Everything may be read; where the site map is, if the site knows its address."""
    return "User-agent: *\nAllow: /\n" + (f"Sitemap: {base}sitemap.xml\n" if base else "")


def write_lost_page(base: str) -> str:
    """The page for a wrong address, which may be in any folder: it needs no file beside it."""
    style = read_style("site/lost.css")
    sections = []
    for language in LANGUAGES:
        with locale_context(language):
            sections.append(
                {
                    "language": language,
                    "heading": _("There is no page at this address"),
                    "text": _(
                        "It may have been mistyped, or come from an earlier version of the atlas."
                    ),
                    "home": base + folder_of(language) if base else "",
                    "link": _("To the map"),
                }
            )
    policy = inline_policy(build_policy([], [style]))
    values = {"policy": policy, "style": inline("style", style), "sections": sections}
    return render_template("lost", values)
