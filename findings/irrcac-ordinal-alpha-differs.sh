#!/usr/bin/env bash
# krippendorff 0.9.0 and irrCAC 0.4.4 with pandas 2.3.3 (PyPI).
# Seen: both give Krippendorff's alpha of the same ratings, and agree on nominal codes, but not
# on ordinal ones: six units, two coders, a scale of which -2, 0, 1 and 3 were used gives one value by the
# first and a clearly lower one by the second. The first weighs a disagreement by how many ratings lie
# between the two ranks, as the measure's author does; the second by ranks alone. Two papers with the
# same data and the same name of the measure can report different reliability.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
python3 -m venv "$folder/venv"
"$folder/venv/bin/pip" install --quiet krippendorff==0.9.0 irrCAC==0.4.4 pandas==2.3.3 2>/dev/null
"$folder/venv/bin/python" -W ignore - <<'PY'
import sys

import krippendorff
import pandas
from irrCAC.raw import CAC

ratings = pandas.DataFrame([[-2, -2], [0, 1], [3, 3], [1, 1], [-2, 0], [3, 3]])
seen = {}
for level, weights in (("nominal", "identity"), ("ordinal", "ordinal")):
    first = krippendorff.alpha(reliability_data=ratings.to_numpy().T, level_of_measurement=level)
    second = CAC(ratings, weights=weights).krippendorff()["est"]["coefficient_value"]
    seen[level] = (round(float(first), 3), round(float(second), 3))
print(seen)
same = seen["nominal"][0] == seen["nominal"][1]
sys.exit(0 if same and seen["ordinal"] == (0.914, 0.85) else 1)
PY
