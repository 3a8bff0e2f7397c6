"""Running modules of the front end from a test in Python: what both sides do is compared."""

from __future__ import annotations

import json
import subprocess
from collections.abc import Mapping
from typing import Any

from tests.find_node import FRONTEND, find_node, write_environment


def run_script(modules: Mapping[str, str], body: str, argument: Any) -> Any:
    """What a function gives that runs in Node over modules of `components/frontend/src`.

    `modules` are paths by the names that the body knows them by, as `modules.<name>`; the body is
    that of an async function of `modules` and `argument`. Its answer and argument are JSON.
    """
    node = find_node()
    assert node is not None, "there is no Node: python -m tests.find_node --install"
    done = subprocess.run(
        [node, "run.mjs"],
        cwd=FRONTEND,
        env=write_environment(node),
        input=json.dumps({"modules": dict(modules), "body": body, "argument": argument}),
        capture_output=True,
        text=True,
        timeout=300,
    )
    assert done.returncode == 0, done.stderr
    return json.loads(done.stdout)
