"""The addresses of the interface: `/api/v1/...`, read-only, for programs of any site."""

from __future__ import annotations

import logging
from datetime import date
from functools import lru_cache, partial
from threading import Lock

from cachetools import LRUCache
from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

from components.core.clock import on_day, read_today
from components.outputs.api.openapi import describe_interface
from components.outputs.api.operations import Operation, list_operations
from components.outputs.api.parameters import InvalidParameter, read_parameters, read_value
from components.outputs.api.responses import (
    NotFound,
    answer_invalid,
    answer_missing,
    describe_version,
    pack_json,
    write_query,
)
from components.server.base_url import find_root_path, url_base
from components.server.compressed_file import CompressedFile, answer_with
from components.server.error_responses import NOT_KEPT, answer_problem
from data.load import read_record

ROOT = "/api/v1"
DESCRIPTION = "openapi.json"
MOST_BYTES = 32 * 1024 * 1024  # of answers kept, before they are compressed

log = logging.getLogger(__name__)

Key = tuple[str, str, date]
_kept: LRUCache[Key, CompressedFile] = LRUCache(MOST_BYTES, getsizeof=lambda f: len(f.content))
_lock = Lock()


def answer_operation(operation: Operation, request: Request) -> Response:
    """What an operation finds, or a problem that names the parameter; runs in a thread."""
    try:
        values = read_parameters(request.query_params.multi_items(), operation.parameters)
        if at := operation.in_path:
            values[at.name] = read_value(at, request.path_params[at.name])
        return answer_with(find_answer(operation, values), request)
    except InvalidParameter as error:
        return answer_invalid(error)
    except NotFound as error:
        return answer_missing(error)
    except Exception:
        log.exception("an answer of the interface failed")
        return answer_problem(500, "The answer could not be made.", NOT_KEPT)


def find_answer(operation: Operation, values: dict[str, object]) -> CompressedFile:
    """The answer to a request, kept while there is room."""
    day = read_today()
    key = (operation.path, write_query(dict(sorted(values.items()))), day)
    with _lock:
        kept = _kept.get(key)
    if kept is None:
        with on_day(day):
            kept = operation.answer(read_record(), values)
        with _lock:
            if len(kept.content) <= MOST_BYTES:
                _kept[key] = kept
    return kept


@lru_cache(maxsize=8)
def read_description(root: str) -> CompressedFile:
    """The description, packed once for each path that visitors see."""
    return pack_json(describe_interface(read_record(), root))


def answer_description(request: Request) -> Response:
    """The description of the interface."""
    return answer_with(read_description(find_root_path(request) + ROOT), request)


def answer_index(request: Request) -> Response:
    """Which record this is, and where everything is."""
    links = [each.path.lstrip("/") for each in list_operations(read_record())]
    index = {"record": describe_version(), "description": DESCRIPTION, "paths": links}
    return answer_with(pack_json(index), request)


def answer_unknown(request: Request) -> Response:
    """That an address does not exist."""
    return answer_missing(NotFound(f"no address {request.url.path}"))


def build_api_routes() -> list[Route]:
    """The routes of the interface."""
    root = f"{url_base()}{ROOT}"
    return [
        Route(f"{root}/", answer_index),
        Route(f"{root}/{DESCRIPTION}", answer_description),
        *(
            Route(f"{root}{each.path}", partial(answer_operation, each))
            for each in list_operations(read_record())
        ),
        Route(f"{url_base()}/api/{{rest:path}}", answer_unknown),
    ]
