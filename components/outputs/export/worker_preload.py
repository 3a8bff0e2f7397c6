"""Imported once, by the process from which the workers are forked: it draws a picture.

Shapes, relief and typefaces are then in the memory that all of them share, and none has to wait.
"""

from __future__ import annotations

import atexit
import gc
import logging
import os

import components.outputs.export.assemble
from components.outputs.export.render import draw_warm
from components.server.malloc import set_mmap_threshold
from components.workers.pool import give_way
from components.workers.settings import get_setting
from components.workers.temporary_folder import remove_with_parent

CONTEXT_LOGGER = "streamlit.runtime.scriptrunner_utils.script_run_context"

give_way(os.getppid(), get_setting("ATLAS_WORKER_NICE"))
atexit.register(remove_with_parent)
set_mmap_threshold()
# Streamlit warns that the component of the map is declared outside of a page's run.
logging.getLogger(CONTEXT_LOGGER).disabled = True
import components.outputs.export.html_export  # noqa: E402, F401 (what live files are written with)

draw_warm()
gc.collect()
# The collector writes into all it looks at: memory that it never looks at stays shared.
gc.freeze()
