#!/usr/bin/env bash
# dateparser 1.5.0 (PyPI) and chrono-node 2.10.3 (npm), which find dates in English and Russian prose.
# Seen: "27 September to 10 November 2020" written in Russian with a dash, as chronicles write a war, becomes two
# dates, and the first loses its year: dateparser gives it the current year, chrono the year nearest to its reference
# day. The same words with "from ... to" are one interval in chrono. A few days of one month ("27-29 April 2021") are
# one date in dateparser, the first, and nothing says that an end was there.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
python3 -m venv env
env/bin/pip install --quiet --disable-pip-version-check dateparser==1.5.0
npm init -y >/dev/null
npm install --silent --no-audit --no-fund chrono-node@2.10.3
cat > look.py <<'PY'
from datetime import datetime

from dateparser import parse
from dateparser.search import search_dates

settings = {"RELATIVE_BASE": datetime(2026, 1, 15)}
war = search_dates("27 сентября – 10 ноября 2020", languages=["ru"], settings=settings)
days = parse("27-29 April 2021", languages=["en"], settings=settings)
print(war, days)
assert [day.year for _, day in war] == [2026, 2020]
assert days == datetime(2021, 4, 27)
PY
env/bin/python look.py
cat > look.mjs <<'JS'
import { ru } from "chrono-node";
const day = (part) => part && part.date().toISOString().slice(0, 10);
const read = (text) => ru.parse(text, new Date(Date.UTC(2026, 0, 15))).map(({ start, end }) => [day(start), day(end)]);
const dash = read("27 сентября — 10 ноября 2020 года");
const words = read("с 27 сентября по 10 ноября 2020");
console.log(JSON.stringify({ dash, words }));
const same =
  JSON.stringify(dash) === '[["2025-09-27",null],["2020-11-10",null]]' &&
  JSON.stringify(words) === '[["2020-09-27","2020-11-10"]]';
process.exit(same ? 0 : 1);
JS
TZ=UTC node look.mjs
