"""The one line above the table: on what it was measured, and how busy that was."""

from __future__ import annotations

import os
import platform
from importlib.metadata import version

import psutil


def describe_machine(seconds: float) -> str:
    """Processors, load over the last minutes, versions, and how long measuring took."""
    load = " ".join(f"{value:.1f}" for value in os.getloadavg())
    return (
        f"{psutil.cpu_count()} processors, load {load}, Python {platform.python_version()}, "
        f"Streamlit {version('streamlit')}, 1440x900, link 10 Mbit/s and 40 ms, "
        f"measured in {seconds:.0f} s"
    )
