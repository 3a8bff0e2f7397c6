"""The addresses of the files: `/export/<kind>.<format>?<the parameters of a link>`.

A GET answers with the file. With `progress=1` it answers line by line in JSON, so that a page can
show how far it is, and the last line holds the file. A visitor's own story is sent as the body of
a POST, layers of a visitor's own to a picture too; nothing of them is kept.
"""

from __future__ import annotations

import logging
from functools import partial

from starlette.requests import ClientDisconnect, Request
from starlette.responses import Response
from starlette.routing import Route

from components.core.i18n import gettext as _
from components.core.i18n import locale_context
from components.core.i18n.locale import LANGUAGES
from components.core.user_layers.layer import MOST_SENT, OwnLayer
from components.features.stories.parsing import read_sent_story
from components.features.stories.upload_endpoint import work_on_body, work_on_story
from components.outputs.export.export_request import (
    InvalidExportRequest,
    parse_export_request,
)
from components.outputs.export.responses import answer_head, answer_made, answer_preview
from components.outputs.export.worker_tasks import read_sent_layers
from components.server.base_url import find_base, url_base
from components.workers.error_responses import (
    CLIENT_GONE,
    NOT_KEPT,
    failed_message,
    refuse,
    refuse_for_now,
    refuse_full,
    too_large_message,
    too_late_message,
)
from components.workers.pool import start_workers
from components.workers.queue import QueueFull
from components.workers.requests import BodyTooLarge, ClientGone
from data.story import Story

FOLDER = "/export"
OF_STORIES = "story."
# Drawn here; a reader's own layers are put into an HTML file by the browser.
WITH_LAYERS = ("view.png", "view.svg", "view.pdf", "view.pptx")

log = logging.getLogger(__name__)


async def answer_ready(_request: Request) -> Response:
    """Have the workers started: a visitor thinks of a file. Answers at once."""
    start_workers()
    return Response(status_code=204, headers=NOT_KEPT)


async def answer_export(request: Request) -> Response:
    """The file that the address names, its progress, or why there is none."""
    parameters = {name: request.query_params.getlist(name)[0] for name in request.query_params}
    named = parameters.get("lang", "")
    with locale_context(named if named in LANGUAGES else LANGUAGES[0]):
        try:
            return await answer_order(request, parameters)
        except InvalidExportRequest as error:
            return refuse(400, str(error))
        except BodyTooLarge:
            return refuse(413, too_large_message())
        except QueueFull as error:
            return refuse_full(error)
        except TimeoutError:
            return refuse_for_now(503, too_late_message())
        except (ClientGone, ClientDisconnect):
            return Response(status_code=CLIENT_GONE)
        except Exception:
            log.exception("an export failed")
            return refuse(500, failed_message())


async def answer_order(request: Request, parameters: dict[str, str]) -> Response:
    """Read an order and meet it; what is wrong with it is raised."""
    name, story = request.path_params["name"], None
    layers: tuple[OwnLayer, ...] = ()
    if request.method == "POST":
        if name not in WITH_LAYERS and not name.startswith(OF_STORIES):
            return refuse(405, format_nothing_sent(), {"Allow": "GET, HEAD"})
        if name.startswith(OF_STORIES):
            story = await read_posted_story(request)
        else:
            layers = await read_posted_layers(request, parameters.get("lang", ""))
    order = parse_export_request(name, parameters, find_base(request), story, layers)
    if order.kind == "preview":
        return await answer_preview(request, order)
    if request.method == "HEAD":
        return answer_head(order)
    return await answer_made(request, order, progress=parameters.get("progress") == "1")


async def read_posted_story(request: Request) -> Story:
    """The visitor's own story of a request; InvalidExportRequest names what is wrong with it."""
    found = await work_on_story(request, read_sent_story)
    if not isinstance(found, Story):
        raise InvalidExportRequest("\n".join(map(str, found)))
    return found


async def read_posted_layers(request: Request, language: str) -> tuple[OwnLayer, ...]:
    """The visitor's own layers of a request; InvalidExportRequest names what is wrong with them."""
    work = partial(read_sent_layers, language=language)
    found: tuple[OwnLayer, ...] | str = await work_on_body(request, work, MOST_SENT)
    if isinstance(found, str):
        raise InvalidExportRequest(found)
    return found


def format_nothing_sent() -> str:
    """That only a story, or layers to a picture of a view, may be sent along."""
    return _(
        "Only a briefing, or your own layers for a file of a view, may be sent with an export."
    )


def build_export_routes() -> list[Route]:
    """The routes of the exports."""
    return [
        Route(f"{url_base()}{FOLDER}/ready", answer_ready),
        Route(f"{url_base()}{FOLDER}/{{name}}", answer_export, methods=["GET", "POST"]),
    ]
