"""Licences and notices: a page of the site."""

from __future__ import annotations

from dataclasses import replace

from components.core.i18n import current_locale, locale_context
from components.core.i18n import gettext as _
from components.outputs.notices.notices import SITE, write_notices
from components.outputs.share.page_titles import name_page
from components.outputs.static_site.page_template import Page, link_to
from data.languages import DEFAULT

PLACE = "licences/index.html"


def list_notice_pages() -> list[Page]:
    """The page of the notices, in the language spoken now.

    They are in one language, and long: in the others the page leads there.
    """
    title, about = name_notices(), _("Third-party works in the atlas and their licences.")
    language = current_locale()
    own = language == DEFAULT
    page = Page(PLACE, name_page(title), about, "licences", "licences", {})
    with locale_context(DEFAULT):
        original = {
            "name": name_notices(),
            "href": "" if own else link_to(page, language, DEFAULT),
            "language": DEFAULT,
        }
    values = {
        "heading": title,
        "notices": write_notices(SITE) if own else "",
        "original": original,
    }
    return [replace(page, values=values)]


def name_notices() -> str:
    """The heading of the notices."""
    return _("Licences and notices")
