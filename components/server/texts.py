"""What the atlas says of itself before any page is drawn."""

from __future__ import annotations

from collections.abc import Callable
from http import HTTPStatus
from typing import Any

from components.language import gettext as _
from components.language import speaking
from components.language.speech import LANGUAGES


def say_title() -> str:
    """The name of the atlas."""
    return _("CSTO Stance Atlas")


def say_description() -> str:
    """What the atlas answers, in two sentences."""
    return _(
        "When a member of the Collective Security Treaty Organization was attacked or asked for "
        "help, what did each of its allies do? A map through the years, with the evidence for "
        "every colour."
    )


def say_noscript() -> str:
    """A word to those whose browser runs no scripts."""
    return _(
        "The CSTO Stance Atlas is an interactive map and needs JavaScript. Its record lies as "
        "plain tables in the data folder of the project."
    )


def say_lost_part() -> str:
    """Where a part of a page could not be loaded."""
    return _("This part could not be shown. Reload the page to try again.")


def say_lost_page() -> str:
    """Where a page could not be loaded though it was asked for again."""
    return _("The atlas could not be loaded whole. The connection may be interrupted.")


def say_lost_map() -> str:
    """Where a map could not be loaded though it was asked for again."""
    return _("The map has not arrived. The connection may be slow or interrupted.")


def say_again() -> str:
    """The button beside what could not be loaded."""
    return _("Try again")


def say_failure() -> str:
    """Where a page failed."""
    return _(
        "Something went wrong while this view was being prepared. The error has been logged; "
        "reload the page, or open the atlas without the link's settings."
    )


def say_starting() -> str:
    """To a visitor who comes before the server is ready."""
    return _("The atlas is starting. Try again in a moment.")


def say_stopping() -> str:
    """To a visitor whose request the server can no longer answer."""
    return _("The server is being restarted. Try again in a few seconds.")


def say_status(status: int) -> str:
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


def say_no_such_page() -> str:
    """Where an address leads nowhere."""
    return _("There is no such page in the atlas.")


def say_back_to_map() -> str:
    """The way from a page that says why there is nothing."""
    return _("To the map")


def say_bad_request() -> str:
    """Where a request names no host that could be meant."""
    return _("The request could not be understood.")


def say_no_security_contact() -> str:
    """Where a deployment does not say whom to tell of a security problem."""
    return _("This copy of the atlas names no contact for security reports.")


def say_wrong_method() -> str:
    """Where an address is asked in a way that it does not answer."""
    return _("This address does not answer requests of this kind.")


def say_other_site() -> str:
    """Where a page of another site asks for work in a visitor's name."""
    return _("Pages of other sites cannot ask the atlas for this. Open the atlas and try there.")


def say_too_large() -> str:
    """Where more is sent than the atlas takes."""
    return _("More was sent than the atlas takes.")


def say_too_slow() -> str:
    """Where what is sent does not come to its end."""
    return _("What was sent did not arrive in time. Try again.")


def say_too_many_requests() -> str:
    """Where a client asks more often than is fair to others."""
    return _(
        "Too many requests came from your network in a short time. Wait a moment and try again."
    )


def say_too_many_connections() -> str:
    """Where a client has as many pages open as one client may."""
    return _(
        "Too many pages of the atlas are open in your network. Close some, or try again later."
    )


def say_large_type() -> str:
    """The switch of the size of type."""
    return _("Large type")


def say_skip() -> str:
    """The way past the head of a page, for a keyboard."""
    return _("Skip to the content")


def say_everywhere(say: Callable[[], str]) -> dict[str, str]:
    """A text in every language of the atlas."""
    texts = {}
    for language in LANGUAGES:
        with speaking(language):
            texts[language] = say()
    return texts


def say_connection() -> dict[str, str]:
    """What the head of a page says of the connection, by occasion; see `connection_note.ts`."""
    return {
        "lost": _("Connection lost; reconnecting."),
        "silent": _("The server has not answered for a while."),
        "refused": _("The server refuses the connection for now; trying again."),
        "large": _("What was asked was too large for the server; reconnecting."),
        "back": _("Connected again."),
        "map": _("The map works; details may be out of date."),
        "story": _("The story goes on."),
        "page": _("What is shown may be out of date."),
        "kept": _("Your choice follows when the server answers."),
        "noPage": _("There is no such page; this is the map."),
        "failed": _("Something went wrong on this page. Reload it to try again."),
    }


def say_unconnected() -> dict[str, str]:
    """What a page says where no connection comes about; see `offline_page.ts`."""
    return {
        "title": _("No live connection so far"),
        "why": _(
            "Pages of the atlas are filled over a live connection, and none has come about. "
            "Some networks let no such connection through, and a busy server refuses it for a "
            "while. What works without it:"
        ),
        "map": _("Open the map alone"),
        "site": _("Read the atlas as plain pages"),
        "story": _("Save this story as a file"),
        "comparison": _("Save these maps as a file"),
        "trying": _(
            "The connection is tried again all the time; then this page goes on by itself."
        ),
    }


def say_lost_everywhere() -> dict[str, dict[str, Any]]:
    """What is said of what did not come, of the connection, and on buttons, by language."""
    texts = {}
    for language in LANGUAGES:
        with speaking(language):
            texts[language] = {
                "page": say_lost_page(),
                "map": say_lost_map(),
                "part": say_lost_part(),
                "again": say_again(),
                "note": say_connection(),
                "unconnected": say_unconnected(),
            }
    return texts
