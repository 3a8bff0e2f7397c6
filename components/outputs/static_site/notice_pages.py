"""Licences and notices: a page of the site, and a fold in the head of a page that is one file."""

from __future__ import annotations

from xml.etree.ElementTree import Element

from components.core.i18n import gettext as _
from components.outputs.notices.notices import FILE, SITE, write_notices
from components.outputs.share.link_preview import name_page
from components.outputs.static_site.html import make
from components.outputs.static_site.page_template import Page
from data.languages import DEFAULT


def list_notice_pages() -> list[Page]:
    """The page of the notices, in the language spoken now; they themselves stay as they are."""
    title, about = (
        _("Licences and notices"),
        _("Third-party works in the atlas and their licences."),
    )
    text = make("pre", {"lang": DEFAULT}, write_notices(SITE))
    body = make(
        "article", {"class": "reading notices"}, make("h1", {}, title), make("p", {}, about), text
    )
    return [Page("licences/index.html", name_page(title), about, "licences", [body])]


def render_notices() -> Element:
    """The notices of a page that is one file, folded."""
    return make(
        "details",
        {"class": "notices"},
        make("summary", {}, _("Licences")),
        make(
            "pre",
            {"lang": DEFAULT, "tabindex": "0", "role": "region", "aria-label": _("Licences")},
            write_notices(FILE),
        ),
    )
