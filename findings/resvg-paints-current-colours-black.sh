#!/usr/bin/env bash
# @resvg/resvg-js 2.6.2 (npm).
# Seen: an SVG that browsers draw in colour comes out black or empty, with no error. A fill written the
# present way, as rgb(255 0 0 / 50%) or oklch(...), or as a variable with a fallback, is painted opaque
# black; a radius given in a style sheet leaves no circle at all; a border of constant width
# (vector-effect: non-scaling-stroke) gets thinner with the map all the same. A black country in a picture
# can thus be any stance: check the colours before the map is handed over.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
npm init -y >/dev/null
npm install --silent --no-audit --no-fund @resvg/resvg-js@2.6.2
cat > look.mjs <<'JS'
import { Resvg } from "@resvg/resvg-js";
const pixel = (body, x = 20, y = 20) => {
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" width="40" height="40">${body}</svg>`;
  const picture = new Resvg(svg, { font: { loadSystemFonts: false } }).render();
  return [...picture.pixels.slice((y * picture.width + x) * 4, (y * picture.width + x) * 4 + 4)].join();
};
const square = (fill) => pixel(`<rect width="40" height="40" style="fill: ${fill}"/>`);
const border = (effect) => pixel(`<path transform="scale(.1)" d="M0 200H400" stroke="red" stroke-width="8" ${effect}/>`, 20, 18);
const seen = {
  "rgb(255, 0, 0)": square("rgb(255, 0, 0)"),
  "rgb(255 0 0 / 50%)": square("rgb(255 0 0 / 50%)"),
  oklch: square("oklch(60% 0.2 30)"),
  variable: square("var(--party, red)"),
  radius: pixel(`<style>circle { r: 15px; fill: red }</style><circle cx="20" cy="20"/>`),
  border: border(`vector-effect="non-scaling-stroke"`),
};
console.log(seen);
const black = "0,0,0,255";
const nothing = "0,0,0,0";
const wanted = { "rgb(255, 0, 0)": "255,0,0,255", "rgb(255 0 0 / 50%)": black, oklch: black, variable: black, radius: nothing, border: nothing };
process.exit(JSON.stringify(seen) === JSON.stringify(wanted) ? 0 : 1);
JS
node look.mjs
