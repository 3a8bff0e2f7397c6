"""Licences and notices: a page of the site."""

from __future__ import annotations

from components.core.i18n import gettext as _
from components.outputs.notices.notices import SITE, write_notices
from components.outputs.share.link_preview import name_page
from components.outputs.static_site.page_template import Page


def list_notice_pages() -> list[Page]:
    """The page of the notices, in the language spoken now; they themselves stay as they are."""
    title, about = (
        _("Licences and notices"),
        _("Third-party works in the atlas and their licences."),
    )
    values = {"heading": title, "notices": write_notices(SITE)}
    return [
        Page("licences/index.html", name_page(title), about, "licences", "licences", values),
    ]
