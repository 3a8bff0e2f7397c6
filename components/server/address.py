"""Where the app lies on its host."""

from __future__ import annotations

from starlette.requests import Request
from streamlit import config


def url_base() -> str:
    """The path the app is served under, with no slash at its end; empty at the root."""
    base = str(config.get_option("server.baseUrlPath") or "").strip("/")
    return f"/{base}" if base else ""


def find_base(request: Request) -> str:
    """The address of the atlas as the visitor sees it, behind a proxy too; no slash at its end."""
    scheme = request.headers.get("x-forwarded-proto", request.url.scheme)
    return f"{'https' if scheme == 'https' else 'http'}://{request.url.netloc}{url_base()}"
