"""How a request is refused that asks for too much: status, sentence, and when to try again."""

from __future__ import annotations

from collections.abc import Mapping

from starlette.responses import JSONResponse, Response

from components.core.i18n import gettext as _
from components.workers.queue import QueueFull

NOT_KEPT = {"Cache-Control": "no-store"}
WAIT_SECONDS = 10
# Nobody reads an answer with this status; it is for the log alone.
CLIENT_GONE = 499


def refuse(status: int, why: str, headers: Mapping[str, str] | None = None) -> Response:
    """An answer that says in `problem` what is wrong, as text."""
    return JSONResponse({"problem": why}, status, {**NOT_KEPT, **(headers or {})})


def refuse_for_now(status: int, why: str) -> Response:
    """As `refuse`, and when to try again."""
    return refuse(status, why, {"Retry-After": str(WAIT_SECONDS)})


def refuse_full(error: QueueFull) -> Response:
    """429 for a client that has used up its share, 503 when the atlas has too much to do."""
    if error.of_client:
        return refuse_for_now(429, share_used_message())
    return refuse_for_now(503, busy_message())


def busy_message() -> str:
    """That the visitor should try again."""
    return _("Many files are being prepared at the moment. Try again shortly.")


def share_used_message() -> str:
    """That the visitor asks for more at once than others leave room for."""
    return _(
        "Several of your files are already being prepared. Wait for one of them, then try again."
    )


def too_late_message() -> str:
    """That work took longer than it may."""
    return _("This took too long and was cancelled. Try again shortly.")


def failed_message() -> str:
    """That the file was not made, though the order was right; the log has the reason."""
    return _("The file could not be created. The error has been logged; try again.")


def too_large_message() -> str:
    """That more was sent than a story may have."""
    return _("The briefing is too long to send.")
