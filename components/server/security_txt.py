"""`/.well-known/security.txt` (RFC 9116): whom to tell of a security problem of this deployment."""

from __future__ import annotations

import os
import re
from collections.abc import Mapping
from datetime import date, timedelta

from starlette.requests import Request
from starlette.responses import PlainTextResponse, Response
from starlette.routing import Route

from components.core.clock import read_today
from components.core.i18n.locale import LANGUAGES
from components.server.base_url import HOST, read_public_url, url_base
from components.server.compressed_file import SHORT_CACHE
from components.server.error_responses import answer_refusal
from components.server.messages import no_security_contact_message

VARIABLE = "ATLAS_SECURITY_CONTACT"
PATH = "/.well-known/security.txt"
CONTACT = re.compile(
    r"mailto:[\w.!#$%&'*+/=?^`{|}~-]+@[A-Za-z0-9](?:[A-Za-z0-9.-]*[A-Za-z0-9])?(?:\?[\w=&%.+-]+)?"
    rf"|https://{HOST}(?:[/?#][!-~]*)?"
    r"|tel:\+[0-9](?:[0-9().-]*[0-9])?",
    re.ASCII,
)
# The RFC recommends less than a year.
VALID_FOR = timedelta(days=364)


def read_security_contacts(environment: Mapping[str, str]) -> tuple[str, ...]:
    """The contacts of ATLAS_SECURITY_CONTACT, the preferred first; none when it is not set.

    ValueError names a bad value.
    """
    contacts = tuple(environment.get(VARIABLE, "").split())
    for contact in contacts:
        if not CONTACT.fullmatch(contact):
            raise ValueError(
                f"{VARIABLE}: {contact!r} is none of mailto:name@host, https://host[/path], "
                "tel:+digits; several stand with a space between them"
            )
    return contacts


def write_security_txt(contacts: tuple[str, ...], root: str, day: date) -> str:
    """The file of a day, for the atlas at the address `root` (no slash at its end; empty: unknown).

    The address is named where it is https, as the RFC allows no other.
    """
    lines = [f"Contact: {contact}" for contact in contacts]
    lines.append(f"Expires: {(day + VALID_FOR).isoformat()}T00:00:00Z")
    lines.append(f"Preferred-Languages: {', '.join(LANGUAGES)}")
    if root.startswith("https://"):
        lines.append(f"Canonical: {root}{PATH}")
    return "\n".join(lines) + "\n"


async def answer_security_txt(request: Request) -> Response:
    """The file; 404 and a sentence when this deployment names no contact."""
    contacts = read_security_contacts(os.environ)
    if not contacts:
        return answer_refusal(request.scope, 404, no_security_contact_message)
    text = write_security_txt(contacts, read_public_url(os.environ), read_today())
    return PlainTextResponse(text, headers={"Cache-Control": SHORT_CACHE})


def build_security_routes() -> list[Route]:
    """The route of the file."""
    return [Route(f"{url_base()}{PATH}", answer_security_txt)]
