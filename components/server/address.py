"""Where the app lies on its host."""

from streamlit import config


def url_base() -> str:
    """The path the app is served under, with no slash at its end; empty at the root."""
    base = str(config.get_option("server.baseUrlPath") or "").strip("/")
    return f"/{base}" if base else ""
