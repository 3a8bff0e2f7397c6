/**
 * Colours and patterns of the current theme, as CSS properties and as SVG tiles.
 *
 * An SVG fill cannot hold a pattern over a colour, so each patterned key has a tile of its own:
 * its colour as a square, the pattern above. Tiles live in one hidden SVG of the frame.
 */
import { svgEl } from "../ui/dom.ts";
import type { Palette, Pattern, ThemeName } from "../core/palette.ts";

/** The line about a swatch of the legend. */
export interface LineStyle {
  color: string;
  width: number;
  dash?: string;
}

export function createTheme(palette: Palette) {
  const tiles = svgEl("defs");
  const holder = svgEl("svg", { width: 0, height: 0, "aria-hidden": "true", class: "tiles" }, tiles);
  document.body.append(holder);
  const followers: Array<() => void> = [];
  const made: Set<string> = new Set();
  let name: ThemeName = "light";

  /** The paint of a fill under a pattern; its tile is made when it is first asked for. */
  function paint(id: string, fill: string, pattern: string, colour: string) {
    const shape = palette.patterns[pattern];
    if (!shape?.size) return fill;
    if (!made.has(id)) addTile(id, shape, fill, colour);
    return `url(#${id})`;
  }

  function addTile(id: string, shape: Pattern, fill: string, colour: string) {
    made.add(id);
    const mark = svgEl("path", {
      d: shape.path,
      fill: shape.paint === "fill" ? colour : "none",
      stroke: shape.paint === "stroke" ? colour : "none",
      "stroke-width": shape.stroke_width,
    });
    const ground = svgEl("rect", { width: shape.size, height: shape.size, fill });
    const tile = { id, width: shape.size, height: shape.size, patternUnits: "userSpaceOnUse" };
    tiles.append(svgEl("pattern", tile, ground, mark));
  }

  return {
    get name() {
      return name;
    },
    get colours() {
      return palette[name];
    },
    subscribe(follower: () => void) {
      followers.push(follower);
    },
    /** @param next "light" or "dark" */
    set(next: string) {
      name = next === "dark" ? "dark" : "light";
      document.documentElement.dataset.theme = name;
      for (const [code, swatch] of Object.entries(palette[name].base)) {
        document.documentElement.style.setProperty(`--${code}`, swatch.fill);
      }
      document.documentElement.style.setProperty("--on-accent", palette[name].base.accent.ink);
      tiles.replaceChildren();
      made.clear();
      for (const follower of followers) follower();
    },
    /** The paint of a stance: a colour or a tile. */
    stanceFill(code: string, other?: string) {
      const { stance, mark } = palette[name];
      const { fill, pattern, pattern_colour: colour } = stance[code];
      if (!other) return paint(`stance-${code}`, fill, pattern, colour);
      const second = other === code ? mark.contested.pattern_colour : stance[other].fill;
      return paint(`contested-${code}-${other}`, fill, "stripe", second);
    },
    /** The paint of a zone status. */
    zoneFill(status: string) {
      const style = palette[name].zone[status];
      return paint(`zone-${status}`, style.fill, style.pattern, style.line);
    },
    /** A legend swatch drawn with the very paint of the map. */
    swatch(fill: string, line?: LineStyle) {
      const box = svgEl("rect", { x: 1.5, y: 1.5, width: 21, height: 13, rx: 1.5, fill });
      if (line) {
        box.setAttribute("stroke", line.color);
        box.setAttribute("stroke-width", String(line.width));
        if (line.dash) box.setAttribute("stroke-dasharray", line.dash);
      }
      return svgEl("svg", { width: 24, height: 16, "aria-hidden": "true", class: "swatch" }, box);
    },
  };
}

/** The theme Streamlit draws the page in. */
export function readPageTheme() {
  const app = window.parent.document.querySelector(".stApp") ?? window.parent.document.body;
  return window.parent.getComputedStyle(app).colorScheme.includes("dark") ? "dark" : "light";
}

export type Theme = ReturnType<typeof createTheme>;
