#!/usr/bin/env bash
# pendulum 3.3.0 (PyPI), its reader of ISO 8601 intervals in the exact mode, which keeps days as days.
# Seen: an interval of two days is read; the same interval as a day and a duration (2020-09-27/P44D), equally valid,
# ends in a TypeError from within, about an argument "hours", not in the parser's own error. With a time of day the
# duration is understood. The end shortened to month and day (2020-09-27/11-10) is refused by the parser's own error.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
python3 -m venv env
env/bin/pip install --quiet --disable-pip-version-check pendulum==3.3.0
cat > look.py <<'PY'
import pendulum


def read(text):
    try:
        interval = pendulum.parse(text, exact=True)
        return interval.end.strftime("%Y-%m-%d")
    except Exception as error:
        return type(error).__name__


texts = ["2020-09-27/2020-11-10", "2020-09-27/P44D", "2020-09-27T00:00:00/P44D", "2020-09-27/11-10"]
seen = [read(text) for text in texts]
print(seen)
assert seen == ["2020-11-10", "TypeError", "2020-11-10", "ParserError"]
PY
env/bin/python look.py
