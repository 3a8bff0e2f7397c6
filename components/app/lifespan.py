"""What is done once before the first visitor: the record read, the shell made, files packed."""

from __future__ import annotations

import asyncio
import gc
import logging
import os
import sys
import time
from collections.abc import AsyncGenerator
from contextlib import asynccontextmanager, suppress
from functools import partial

import streamlit as st
from streamlit import config, net_util
from streamlit.logger import get_logger
from streamlit.runtime import get_instance

from components.app.cache_warmup import warm_pages
from components.app.daily_refresh import keep_days
from components.app.index_html import build_shell, list_first_chunks
from components.app.prebuild import working_ahead
from components.app.startup_report import format_failure, write_report
from components.features.map.map_component import COMPONENT, render_map
from components.server.assets import read_registry
from components.server.background import run_in_thread
from components.server.base_url import url_base
from components.server.compressed_file import CompressedFile
from components.server.drain import DRAIN, end_now, end_workers
from components.server.malloc import set_mmap_threshold
from components.server.metrics import start_metrics
from components.server.readiness import READINESS
from components.server.streamlit_static import find_folium_script, read_file
from components.server.theme_message import keep_theme_messages
from components.workers.settings import get_setting

LOGGER = get_logger("atlas")
CONTEXT_LOGGER = "streamlit.runtime.scriptrunner_utils.script_run_context"
# Addresses that mean all of a machine's own; a browser on it reaches them by this name.
ANY_ADDRESS = {"", "0.0.0.0", "::", "127.0.0.1", "::1"}


@asynccontextmanager
async def lifespan(_app: st.App) -> AsyncGenerator[None]:
    """Prepare what a first visitor would wait for while the server is alive, and end in order."""
    DRAIN.follow_signals()
    set_mmap_threshold()
    ask_no_foreign_host()
    preparing = asyncio.create_task(prepare())
    try:
        async with working_ahead():
            yield
    finally:
        preparing.cancel()
        with suppress(asyncio.CancelledError):
            await preparing
        end_workers()


async def prepare() -> None:
    """Make the server ready, then what nobody need wait for, then each day before it begins.

    What keeps the server from ever being ready ends it: a fault that no check has foreseen.
    """
    started = time.perf_counter()
    try:
        start_metrics(get_instance(), os.environ)
        await run_in_thread(load_map)
        files = await run_in_thread(list_first_files)
        gc.freeze()
        READINESS.note_done("the map")
    except Exception as error:
        LOGGER.debug("The atlas cannot start", exc_info=True)
        print(write_report([format_failure(error)]), file=sys.stderr, flush=True)
        end_now(1)
    LOGGER.info(
        "The atlas is ready at %s (%.2f s)", report_address(), time.perf_counter() - started
    )
    if get_setting("ATLAS_WARM_UP"):
        await run_in_thread(partial(warm_in_background, files))
    await keep_days()


def report_address() -> str:
    """The address to open in a browser of this machine."""
    named = config.get_option("server.address") or ""
    host = "localhost" if named in ANY_ADDRESS else named
    scheme = "https" if config.get_option("server.sslCertFile") else "http"
    return f"{scheme}://{host}:{config.get_option('server.port')}{url_base()}/"


def ask_no_foreign_host() -> None:
    """Have Streamlit never look for this machine's addresses in the network.

    It would compare them with the origin of a websocket, and to learn the one outside it asks a
    foreign host. Who may connect is decided before that (see `admission.py`).
    """
    net_util.get_external_ip = lambda: None
    net_util.get_internal_ip = lambda: None


def load_map() -> None:
    """Render the map once, register its component, and keep the messages of the theme.

    Where Folium renders it, Streamlit warns that streamlit-folium is imported outside of a run.
    """
    get_instance().component_registry.register_component(COMPONENT)
    logger = logging.getLogger(CONTEXT_LOGGER)
    logger.disabled = True
    render_map()
    logger.disabled = False
    keep_theme_messages()


def compress_quickly(files: list[CompressedFile]) -> None:
    """Pack files before a visitor asks for them; another is packed when it is asked for."""
    for file in files:
        if file.compressible:
            file.encode("br")


def list_first_files() -> list[CompressedFile]:
    """The shell, the front end's first files and every asset, in the order they are asked for."""
    chunks = [*list_first_chunks(), find_folium_script()]
    groups = read_registry().files.values()
    assets = [file for group in groups for file in group.values()]
    return [build_shell().page, *(read_file(chunk) for chunk in chunks), *assets]


def warm_in_background(files: list[CompressedFile]) -> None:
    """What nobody need wait for: files packed quickly, the other pages made ready, files packed."""
    compress_quickly(files)
    warm_pages()
    spare_collector()
    compress_all(files)


def spare_collector() -> None:
    """Keep what was made so far from the collector of garbage: it lives as long as the process.

    Streamlit's own collection after every run is off (config.toml).
    """
    gc.collect()
    gc.freeze()


def compress_all(files: list[CompressedFile]) -> None:
    """Bring files to their smallest form, one after another."""
    for file in files:
        file.compress()
