"""Who publishes the record and everything made from it."""

from __future__ import annotations

from components.core.i18n import gettext as _


def format_publisher() -> str:
    """The publisher as a citation names it."""
    return _("The developers of the CSTO Stance Atlas")
