"""JSON files that somebody made, read before anything is believed of them."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

from data.errors import Problem, RecordError


def read_json_file(path: Path, most: int) -> Any:
    """The JSON in a file of at most ``most`` bytes; RecordError says why it is none."""
    try:
        content = path.read_bytes()
    except OSError as error:
        raise _refuse(path.name, f"cannot be read: {error.strerror}") from None
    if len(content) > most:
        raise _refuse(path.name, f"{len(content)} bytes, more than {most}")
    try:
        return json.loads(content)
    except UnicodeDecodeError:
        raise _refuse(path.name, "not UTF-8") from None
    except json.JSONDecodeError as error:
        rule = f"not JSON: {error.msg} at line {error.lineno}"
        raise _refuse(path.name, rule) from None
    except RecursionError:
        raise _refuse(path.name, "not JSON of this kind: too deep") from None


def _refuse(file: str, rule: str) -> RecordError:
    """What is said of a file as a whole."""
    return RecordError([Problem(file, 0, "", "", rule)])
