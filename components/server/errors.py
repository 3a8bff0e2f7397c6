"""What a visitor sees when something fails: a calm sentence, never a traceback or a path."""

from __future__ import annotations

import os
from functools import partial
from typing import Any

import streamlit as st
from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import PlainTextResponse, Response

from components.server.messages import failure_message, for_each_locale, status_message
from components.server.security_headers import build_file_headers, read_frame_ancestors


def report_script_error(_error: Exception) -> bool:
    """Tell the visitor calmly of a page's uncaught error; True: show nothing else of it.

    Streamlit has written the error and its traceback to the log before it calls this.
    """
    st.error(failure_message())
    return True


def answer_status(status: int) -> Response:
    """A short plain answer that names a status in each language, and nothing else."""
    phrases = dict.fromkeys(for_each_locale(partial(status_message, status)).values())
    return PlainTextResponse(
        f"{status} {' · '.join(phrases)}\n", status, {"Cache-Control": "no-store"}
    )


def answer_not_found() -> Response:
    """The answer for an address that does not exist."""
    return answer_status(404)


async def answer_http_error(_request: Request, error: HTTPException) -> Response:
    """The answer for an error raised with a status; its detail stays on the server."""
    response = answer_status(error.status_code)
    response.headers.update(error.headers or {})
    return response


async def answer_failure(_request: Request, _error: Exception) -> Response:
    """The answer for an unexpected error; the server logs the traceback itself."""
    response = answer_status(500)
    # This answer is made outside the middleware, which would have set them.
    response.headers.update(build_file_headers(read_frame_ancestors(os.environ)))
    return response


EXCEPTION_HANDLERS: dict[Any, Any] = {HTTPException: answer_http_error, 500: answer_failure}
