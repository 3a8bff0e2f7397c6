#!/usr/bin/env bash
# mapclassify 2.10.0 with numpy 2.3.5 (PyPI), the classes of choropleth maps behind GeoPandas.
# Seen: a missing value is no error and no class of its own: with breaks of one's own it falls into the lowest class, so
# on a scale from -3 to +3 a state that said nothing counts as one that opposed the most, in yb and in counts alike.
# GeoPandas drops missing rows before it classifies; whoever calls the package gets this.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
python3 -m venv "$folder/venv"
"$folder/venv/bin/pip" install --quiet mapclassify==2.10.0 numpy==2.3.5 2>/dev/null
"$folder/venv/bin/python" -W ignore - <<'PY'
import sys

import mapclassify
import numpy as np

stances = np.array([-3, np.nan, 0, 3, np.nan])
found = mapclassify.UserDefined(stances, [-3, -2, -1, 0, 1, 2, 3])
print(found.yb, found.counts)
sys.exit(0 if found.yb.tolist() == [0, 0, 3, 6, 0] and found.counts[0] == 3 else 1)
PY
