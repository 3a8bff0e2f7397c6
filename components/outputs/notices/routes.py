"""`/licences`: the notices of all that the app sends, as plain text."""

from __future__ import annotations

from functools import cache

from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

from components.outputs.notices.notices import APP, write_notices
from components.server.base_url import url_base
from components.server.compressed_file import SHORT_CACHE, CompressedFile, answer_with

PATH = "/licences"


@cache
def read_notices() -> CompressedFile:
    """The notices, packed once."""
    return CompressedFile(write_notices(APP).encode(), "licences.txt", SHORT_CACHE)


async def answer_notices(request: Request) -> Response:
    """The notices."""
    return answer_with(read_notices(), request)


def build_notice_routes() -> list[Route]:
    """The route of the notices."""
    return [Route(f"{url_base()}{PATH}", answer_notices)]
