"""The language of a request: that of its link, else the first that its program asks for."""

from __future__ import annotations

import re

from starlette.datastructures import Headers, QueryParams
from starlette.types import Scope

from components.core.view_state import LANGUAGE, choose_language

END_OF_TAG = re.compile(r"[,;]")


def find_language(scope: Scope) -> str:
    """The language in which a request is answered."""
    named = QueryParams(scope["query_string"]).get(LANGUAGE)
    accepted = Headers(scope=scope).get("accept-language", "")
    return choose_language(named, None, END_OF_TAG.split(accepted.strip())[0])
