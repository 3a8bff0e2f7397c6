"""What is done once before the first visitor: the record read, the shell made, files packed."""

from __future__ import annotations

import gc
import logging
import threading
import time
from collections.abc import AsyncGenerator
from contextlib import asynccontextmanager

import streamlit as st
from streamlit.logger import get_logger
from streamlit.runtime import get_instance

from components.export.workers import drop_pool
from components.server.assets import read_registry
from components.server.frontend import find_folium_script, read_file
from components.server.memory import return_large_blocks
from components.server.packed import PackedFile
from components.server.shell import build_shell, list_first_chunks
from components.server.theme_message import keep_theme_messages
from components.server.warm import warm_pages

LOGGER = get_logger("atlas")
CONTEXT_LOGGER = "streamlit.runtime.scriptrunner_utils.script_run_context"


@asynccontextmanager
async def prepare_atlas(_app: st.App) -> AsyncGenerator[None]:
    """Prepare everything a first visitor would wait for."""
    started = time.perf_counter()
    return_large_blocks()
    load_map()
    files = list_first_files()
    for file in files:
        if file.compressible:
            file.encode("br")
    # Streamlit's collection after every run is off (config.toml): what was made so far lives as
    # long as the process, so the collector need never look at it.
    gc.collect()
    gc.freeze()
    threading.Thread(target=finish, args=(files,), name="finish", daemon=True).start()
    LOGGER.info("The atlas is ready (%.2f s)", time.perf_counter() - started)
    yield
    drop_pool()


def load_map() -> None:
    """Import what the map page imports, render the maps once, and keep the messages of the theme.

    A component declared outside a page's run is not registered by Streamlit, which also warns of
    the missing run; so it is registered here.
    """
    logger = logging.getLogger(CONTEXT_LOGGER)
    logger.disabled = True
    import streamlit_folium

    from components.map.atlas_map import render_map

    logger.disabled = False
    get_instance().component_registry.register_component(streamlit_folium._component_func)
    render_map()
    keep_theme_messages()


def list_first_files() -> list[PackedFile]:
    """The shell, the front end's first files and every asset, in the order they are asked for."""
    chunks = [*list_first_chunks(), find_folium_script()]
    groups = read_registry().files.values()
    assets = [file for group in groups for file in group.values()]
    return [build_shell().page, *(read_file(chunk) for chunk in chunks), *assets]


def finish(files: list[PackedFile]) -> None:
    """What nobody need wait for: the other pages made ready, then files packed."""
    warm_pages()
    gc.collect()
    gc.freeze()
    pack_all(files)


def pack_all(files: list[PackedFile]) -> None:
    """Bring files to their smallest form, one after another."""
    for file in files:
        file.pack()
