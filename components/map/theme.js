// @ts-check
/**
 * Colours and patterns of the current theme, as CSS properties and as SVG tiles.
 *
 * An SVG fill cannot hold a pattern over a colour, so each patterned key has a tile of its own:
 * its colour as a square, the pattern above. Tiles live in one hidden SVG of the frame.
 */
import { makeSvg } from "./dom.js";

/** @param {any} palette */
export function createTheme(palette) {
  const tiles = makeSvg("defs");
  const holder = makeSvg("svg", { width: 0, height: 0, "aria-hidden": "true", class: "tiles" }, tiles);
  document.body.append(holder);
  /** @type {Array<() => void>} */
  const followers = [];
  let name = "light";

  /** @param {string} id @param {string} fill @param {string} pattern @param {string} colour */
  function addTile(id, fill, pattern, colour) {
    const shape = palette.patterns[pattern];
    if (!shape || !shape.size) return;
    const mark = makeSvg("path", {
      d: shape.path,
      fill: shape.paint === "fill" ? colour : "none",
      stroke: shape.paint === "stroke" ? colour : "none",
      "stroke-width": shape.stroke_width,
    });
    const ground = makeSvg("rect", { width: shape.size, height: shape.size, fill });
    const tile = { id, width: shape.size, height: shape.size, patternUnits: "userSpaceOnUse" };
    tiles.append(makeSvg("pattern", tile, ground, mark));
  }

  function drawTiles() {
    tiles.replaceChildren();
    const colours = palette[name];
    for (const [code, swatch] of Object.entries(colours.stance)) {
      addTile(`stance-${code}`, swatch.fill, swatch.pattern, swatch.pattern_colour);
      for (const [other, second] of Object.entries(colours.stance)) {
        if (other !== code) addTile(`contested-${code}-${other}`, swatch.fill, "stripe", second.fill);
      }
      addTile(`contested-${code}-${code}`, swatch.fill, "stripe", colours.mark.contested.pattern_colour);
    }
    for (const [status, style] of Object.entries(colours.zone)) {
      addTile(`zone-${status}`, style.fill, style.pattern, style.line);
    }
  }

  return {
    get name() {
      return name;
    },
    get colours() {
      return palette[name];
    },
    /** @param {() => void} follower */
    follow(follower) {
      followers.push(follower);
    },
    /** @param {string} next "light" or "dark" */
    set(next) {
      name = next === "dark" ? "dark" : "light";
      document.documentElement.dataset.theme = name;
      for (const [code, swatch] of Object.entries(palette[name].base)) {
        document.documentElement.style.setProperty(`--${code}`, swatch.fill);
      }
      document.documentElement.style.setProperty("--on-accent", palette[name].base.accent.ink);
      drawTiles();
      for (const follower of followers) follower();
    },
    /** The paint of a stance: a colour or a tile. @param {string} code @param {string} [other] */
    stanceFill(code, other) {
      if (other) return `url(#contested-${code}-${other})`;
      const swatch = palette[name].stance[code];
      return palette.patterns[swatch.pattern]?.size ? `url(#stance-${code})` : swatch.fill;
    },
    /** The paint of a zone status. @param {string} status */
    zoneFill(status) {
      const style = palette[name].zone[status];
      return palette.patterns[style.pattern]?.size ? `url(#zone-${status})` : style.fill;
    },
    /** A legend swatch drawn with the very paint of the map. @param {string} fill @param {any} line */
    swatch(fill, line) {
      const box = makeSvg("rect", { x: 1.5, y: 1.5, width: 21, height: 13, rx: 1.5, fill });
      if (line) {
        box.setAttribute("stroke", line.color);
        box.setAttribute("stroke-width", String(line.width));
        if (line.dash) box.setAttribute("stroke-dasharray", line.dash);
      }
      return makeSvg("svg", { width: 24, height: 16, "aria-hidden": "true", class: "swatch" }, box);
    },
  };
}

/** The theme Streamlit draws the page in. */
export function readPageTheme() {
  const app = window.parent.document.querySelector(".stApp") ?? window.parent.document.body;
  return window.parent.getComputedStyle(app).colorScheme.includes("dark") ? "dark" : "light";
}
