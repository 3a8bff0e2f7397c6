#!/usr/bin/env bash
# fastkml 1.4.0, and GDAL as pyogrio 0.13.0 with geopandas 1.2.0 carries it (PyPI).
# Seen: KML lets a time be a year or a month, and a span of "2020-09" to "2020" is valid. fastkml gives the
# end as 1 January 2020 (with its resolution beside it), so that the span ends eight months before it
# begins for whoever compares dates. GDAL gives the begin as 1 September and no end at all, without a
# word: the feature seems to last for ever. Neither reads the end as the end of the year.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
python3 -m venv "$folder/venv"
"$folder/venv/bin/pip" install --quiet fastkml==1.4.0 pyogrio==0.13.0 geopandas==1.2.0 2>/dev/null
cat > "$folder/span.kml" <<'KML'
<?xml version="1.0" encoding="UTF-8"?>
<kml xmlns="http://www.opengis.net/kml/2.2"><Document><Placemark><name>deployment</name>
<TimeSpan><begin>2020-09</begin><end>2020</end></TimeSpan>
<Point><coordinates>46.7,39.8</coordinates></Point></Placemark></Document></kml>
KML
"$folder/venv/bin/python" -W ignore - "$folder/span.kml" <<'PY'
import sys
from pathlib import Path

import geopandas
import pandas
from fastkml import KML

path = Path(sys.argv[1])
(document,) = KML.from_string(path.read_text().split("?>", 1)[1]).features
(place,) = document.features
by_fastkml = (str(place.times.begin.dt), str(place.times.end.dt))
(row,) = geopandas.read_file(path).to_dict("records")
by_gdal = (str(row["begin"].date()), "none" if pandas.isna(row["end"]) else str(row["end"].date()))
print("fastkml", by_fastkml, "GDAL", by_gdal)
sys.exit(0 if (by_fastkml, by_gdal) == (("2020-09-01", "2020-01-01"), ("2020-09-01", "none")) else 1)
PY
