"""What the atlas says of itself before any page is drawn."""

from __future__ import annotations

from collections.abc import Callable
from http import HTTPStatus

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


def say_lost_everywhere() -> dict[str, dict[str, str]]:
    """What is said of a page or map that did not come, and on its button, by language."""
    says = {"page": say_lost_page, "map": say_lost_map, "again": say_again}
    texts = {name: say_everywhere(say) for name, say in says.items()}
    return {
        language: {name: text[language] for name, text in texts.items()} for language in LANGUAGES
    }
