"""What machines and lost readers ask for: site map, robots.txt, the page for a wrong address."""

from __future__ import annotations

from collections.abc import Mapping
from xml.etree.ElementTree import Element, SubElement, tostring

from components.core.i18n import gettext as _
from components.core.i18n import locale_context
from components.core.i18n.locale import LANGUAGES
from components.outputs.static_site.compress_json import compress
from components.outputs.static_site.csp import build_policy
from components.outputs.static_site.output_manifest import SiteFiles
from components.outputs.static_site.page_template import folder_of
from components.outputs.static_site.templates import inline, inline_policy, render_template
from components.server.custom_component import read_style

NAMESPACES = {
    "xmlns": "http://www.sitemaps.org/schemas/sitemap/0.9",
    "xmlns:xhtml": "http://www.w3.org/1999/xhtml",
}
PAGES = "sitemap-pages.xml.gz"
# Where each page is by its language, by its path within the folder of that.
Places = Mapping[str, Mapping[str, str]]


def add_sitemap(files: SiteFiles, base: str, places: Places) -> None:
    """Put `sitemap.xml` and what it leads to, `robots.txt` and `404.html`."""
    files.add("sitemap.xml", write_index(base))
    files.add(PAGES, compress(write_sitemap(base, places)))
    files.add("robots.txt", write_robots(base))
    files.add("404.html", write_lost_page(base))
    # GitHub would otherwise leave out what a generator of its own has no use for.
    files.add(".nojekyll", b"")


def write_index(base: str) -> bytes:
    """The published address leads to the site map proper, which repeats itself: it is in gzip."""
    root = Element("sitemapindex", {"xmlns": NAMESPACES["xmlns"]})
    SubElement(SubElement(root, "sitemap"), "loc").text = base + PAGES
    return bytes(tostring(root, encoding="utf-8", xml_declaration=True))


def write_sitemap(base: str, places: Places) -> bytes:
    """The addresses of all pages, each with those of the same page in every language.

    Without a base they are relative ones, which search engines refuse.
    """
    root = Element("urlset", NAMESPACES)
    for _path, versions in sorted(places.items()):
        for place in versions.values():
            url = SubElement(root, "url")
            SubElement(url, "loc").text = base + place
            for language, other in versions.items():
                link = {"rel": "alternate", "hreflang": language, "href": base + other}
                SubElement(url, "xhtml:link", link)
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
