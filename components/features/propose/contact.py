"""Where proposals are sent: an e-mail address, or that of a tracker with a prefilled text."""

from __future__ import annotations

import re
from collections.abc import Mapping

from components.server.base_url import HOST

VARIABLE = "ATLAS_CONTACT"
# {title} and {text} are filled in by the browser, percent-encoded.
CONTACT = re.compile(
    r"mailto:[\w.!#$%&'*+/=?^`|~-]+@[A-Za-z0-9](?:[A-Za-z0-9.-]*[A-Za-z0-9])?"
    rf"|https://{HOST}(?:[/?](?:[!-z|~]|\{{title\}}|\{{text\}})*)?",
    re.ASCII,
)


def read_contact(environment: Mapping[str, str]) -> str:
    """The address of ATLAS_CONTACT, empty when it is not set; ValueError names a bad value."""
    contact = environment.get(VARIABLE, "").strip()
    if contact and not CONTACT.fullmatch(contact):
        raise ValueError(
            f"{VARIABLE}: {contact!r} is neither mailto:name@host nor https://host/path, "
            "in which {title} and {text} may stand"
        )
    return contact
