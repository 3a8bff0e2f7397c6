/** Colours and patterns of the current theme, as CSS properties and as fills of the map. */
import { svgEl } from "../ui/dom.ts";
import { readMembership, readStance, readZone } from "../ui/stance_paint.ts";
import { fillWith, makePatternHolder } from "../ui/svg_pattern.ts";
import type { Palette, ThemeName } from "../core/palette.ts";

export function createTheme(palettes: Record<ThemeName, Palette>) {
  const patterns = makePatternHolder();
  document.body.append(patterns);
  const followers: Array<() => void> = [];
  let name: ThemeName = "light";

  return {
    get name() {
      return name;
    },
    get colours() {
      return palettes[name];
    },
    subscribe(follower: () => void) {
      followers.push(follower);
    },
    /** @param next "light" or "dark" */
    set(next: string) {
      name = next === "dark" ? "dark" : "light";
      const { base } = palettes[name];
      const { dataset, style } = document.documentElement;
      dataset.theme = name;
      for (const [code, swatch] of Object.entries(base)) style.setProperty(`--${code}`, swatch.fill);
      style.setProperty("--on-accent", base.accent.ink);
      patterns.replaceChildren();
      for (const follower of followers) follower();
    },
    /** The fill of a stance: a colour or a tile. */
    stanceFill: (code: string, other?: string, weak?: boolean) => fillWith(patterns, readStance(palettes[name], code, other, weak)),
    /** The fill of a membership status. */
    membershipFill: (key: string) => fillWith(patterns, readMembership(palettes[name], key)),
    /** The fill of a zone status. */
    zoneFill: (status: string) => fillWith(patterns, readZone(palettes[name], status)),
    /** A legend swatch drawn with the very paint of the map; width and dash of its line as CSS has them. */
    swatch(fill: string, stroke: string, width: number, dash = "") {
      const box = svgEl("rect", {
        x: 1.5,
        y: 1.5,
        width: 21,
        height: 13,
        rx: 1.5,
        fill,
        stroke,
        "stroke-width": width,
        "stroke-dasharray": dash,
      });
      return svgEl("svg", { width: 24, height: 16, "aria-hidden": "true", class: "swatch" }, box);
    },
  };
}

/** The theme Streamlit draws the page in. */
export function readPageTheme() {
  const app = window.parent.document.querySelector(".stApp") ?? window.parent.document.body;
  const { colorScheme } = window.parent.getComputedStyle(app);
  // A contrast theme makes it both: then it is the system's.
  const isDark = colorScheme.includes("dark") && (!colorScheme.includes("light") || matchMedia("(prefers-color-scheme: dark)").matches);
  return isDark ? "dark" : "light";
}

export type Theme = ReturnType<typeof createTheme>;
