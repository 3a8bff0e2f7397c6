"""What the atlas says of itself before any page is drawn."""

from __future__ import annotations

from collections.abc import Callable
from http import HTTPStatus
from typing import Any, TypeVar

from components.core.i18n import gettext as _
from components.core.i18n import locale_context
from components.core.i18n.locale import LANGUAGES

Text = TypeVar("Text")


def site_title() -> str:
    """The name of the atlas."""
    return _("CSTO Stance Atlas")


def site_description() -> str:
    """What the atlas answers, in two sentences."""
    return _(
        "When a member of the Collective Security Treaty Organization was attacked or "
        "asked for help, what did each of its allies do? A map through the years, with "
        "sources for every colour."
    )


def noscript_message() -> str:
    """A word to those whose browser runs no scripts."""
    return _(
        "The CSTO Stance Atlas is an interactive map and needs JavaScript. Its data are "
        "available as plain tables in the data folder of the project."
    )


def lost_part_message() -> str:
    """Where a part of a page could not be loaded."""
    return _("This part could not be shown. Reload the page to try again.")


def lost_page_message() -> str:
    """Where a page could not be loaded though it was asked for again."""
    return _("The atlas could not be loaded completely. The connection may have been interrupted.")


def lost_map_message() -> str:
    """Where a map could not be loaded though it was asked for again."""
    return _("The map has not loaded. The connection may be slow or interrupted.")


def retry_label() -> str:
    """The button beside what could not be loaded."""
    return _("Try again")


def failure_message() -> str:
    """Where a page failed."""
    return _(
        "Something went wrong while this view was being prepared. The error has been logged; "
        "reload the page, or open the atlas without the link's settings."
    )


def starting_message() -> str:
    """To a visitor who comes before the server is ready."""
    return _("The atlas is starting. Try again in a moment.")


def stopping_message() -> str:
    """To a visitor whose request the server can no longer answer."""
    return _("The server is restarting. Try again in a few seconds.")


def status_message(status: int) -> str:
    """What an HTTP status means."""
    words = {
        400: _("Bad Request"),
        403: _("Forbidden"),
        404: _("Not Found"),
        405: _("Method Not Allowed"),
        408: _("Request Timeout"),
        413: _("Content Too Large"),
        429: _("Too Many Requests"),
        500: _("Internal Server Error"),
    }
    return words.get(status, HTTPStatus(status).phrase)


def no_such_page_message() -> str:
    """Where an address leads nowhere."""
    return _("There is no such page in the atlas.")


def back_to_map_label() -> str:
    """The way from a page that says why there is nothing."""
    return _("To the map")


def bad_request_message() -> str:
    """Where a request names no host that could be meant."""
    return _("The request could not be understood.")


def no_security_contact_message() -> str:
    """Where a deployment does not say whom to tell of a security problem."""
    return _("This copy of the atlas gives no contact for security reports.")


def wrong_method_message() -> str:
    """Where an address is asked in a way that it does not answer."""
    return _("This address does not answer requests of this kind.")


def other_site_message() -> str:
    """Where a page of another site asks for work in a visitor's name."""
    return _(
        "Pages of other sites cannot send this request to the atlas. Open the atlas and try there."
    )


def too_large_message() -> str:
    """Where more is sent than the atlas takes."""
    return _("The request is larger than the atlas accepts.")


def too_slow_message() -> str:
    """Where what is sent does not come to its end."""
    return _("The data did not arrive in time. Try again.")


def too_many_requests_message() -> str:
    """Where a client asks more often than is fair to others."""
    return _(
        "Too many requests came from your network in a short time. Wait a moment and try again."
    )


def too_many_connections_message() -> str:
    """Where a client has as many pages open as one client may."""
    return _(
        "Too many pages of the atlas are open in your network. Close some, or try again later."
    )


def larger_text_label() -> str:
    """The switch of the size of type."""
    return _("Larger text")


def color_scheme_labels() -> dict[str, str]:
    """The switch of the colour scheme, by what was chosen."""
    return {
        "auto": _("Colours: as the system has them"),
        "light": _("Colours: light"),
        "dark": _("Colours: dark"),
    }


def language_label() -> str:
    """The choice of language."""
    return _("Language")


def skip_link_label() -> str:
    """The way past the head of a page, for a keyboard."""
    return _("Skip to the content")


def search_label() -> str:
    """The search in the head of a page, as `search/combobox.ts` calls it too."""
    return _("Search events, claims, sources, places")


def for_each_locale(say: Callable[[], Text]) -> dict[str, Text]:
    """A text in every language of the atlas."""
    texts = {}
    for language in LANGUAGES:
        with locale_context(language):
            texts[language] = say()
    return texts


def connection_messages() -> dict[str, str]:
    """What the head of a page says of the connection, by occasion; see `connection_note.ts`."""
    return {
        "lost": _("Connection lost; reconnecting."),
        "silent": _("The server has not responded for a while."),
        "refused": _("The server is refusing connections for now; retrying."),
        "large": _("The request was too large for the server; reconnecting."),
        "back": _("Reconnected."),
        "map": _("The map works; details may be out of date."),
        "story": _("The briefing continues."),
        "page": _("The information shown may be out of date."),
        "pending": _("Your selection will open when the server responds."),
        "noPage": _("There is no such page; the map is shown instead."),
        "failed": _("Something went wrong on this page. Reload it to try again."),
    }


def unconnected_messages() -> dict[str, str]:
    """What a page says where no connection comes about; see `offline_page.ts`."""
    return {
        "title": _("Not connected yet"),
        "why": _(
            "Pages of the atlas need a live connection (websocket), which could not be "
            "established. Some networks block such connections, and a busy server may "
            "refuse them for a while. What works without it:"
        ),
        "map": _("Open the map only"),
        "site": _("Read the static version of the atlas"),
        "story": _("Save this briefing as a file"),
        "comparison": _("Save these maps as a file"),
        "trying": _("Reconnection is attempted continuously; the page will load once it succeeds."),
    }


def loss_messages() -> dict[str, dict[str, Any]]:
    """What is said of what did not come, of the connection, and on buttons, by language."""
    texts = {}
    for language in LANGUAGES:
        with locale_context(language):
            texts[language] = {
                "page": lost_page_message(),
                "map": lost_map_message(),
                "part": lost_part_message(),
                "again": retry_label(),
                "note": connection_messages(),
                "unconnected": unconnected_messages(),
            }
    return texts
