"""The language the atlas speaks, and its words in it: English in the code, the rest in catalogues.

Every text of ours that a visitor can read is marked where it stands: `_("in {year}", year=2022)`,
`ngettext("{count} member", "{count} members", 9)`. Values are put in after the translation.
The record's own texts come in both languages from its tables (`data.localize.pick`).
"""

from __future__ import annotations

from components.core.i18n.locale import (
    babel_locale,
    current_locale,
    gettext,
    locale_context,
    ngettext,
    pgettext,
    pick_section,
    record_locale,
)

__all__ = [
    "babel_locale",
    "current_locale",
    "gettext",
    "locale_context",
    "ngettext",
    "pgettext",
    "pick_section",
    "record_locale",
]
