#!/usr/bin/env bash
# @turf/turf 7.4.0 (npm).
# Seen: whether greatCircle cuts an arc at the antimeridian depends on how many points it is asked for.
# Moscow to Alaska (37.6 to -157 degrees) is one line with a leap of over 350 degrees of longitude with 50
# points, and two proper parts with the default of 100; Vladivostok to Alaska is cut from 20 points on, not
# with 10. A thinned arc so draws a line across the whole of Eurasia on a web map.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
npm init -y >/dev/null
npm install --silent --no-audit --no-fund @turf/turf@7.4.0
cat > look.mjs <<'JS'
import { greatCircle } from "@turf/turf";
const leap = (from, npoints) => {
  const line = greatCircle(from, [-157, 61], { npoints }).geometry;
  const parts = line.type === "LineString" ? [line.coordinates] : line.coordinates;
  const steps = parts.flatMap((part) => part.slice(1).map((point, place) => Math.abs(point[0] - part[place][0])));
  return { type: line.type, degrees: Math.round(Math.max(...steps)) };
};
const seen = [leap([37.6, 55.75], 50), leap([37.6, 55.75], 100), leap([131.9, 43.1], 10), leap([131.9, 43.1], 20)];
console.log(JSON.stringify(seen));
const whole = (one) => one.type === "LineString" && one.degrees >= 350;
const cut = (one) => one.type === "MultiLineString" && one.degrees < 10;
process.exit(whole(seen[0]) && cut(seen[1]) && whole(seen[2]) && cut(seen[3]) ? 0 : 1);
JS
node look.mjs
