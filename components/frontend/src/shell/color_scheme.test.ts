// @vitest-environment happy-dom
import { beforeEach, describe, expect, it, vi } from "vitest";

const QUERY = "(prefers-color-scheme: dark)";

/** The module anew, as on a page that opens on a light or dark system. */
async function open(isDark: boolean) {
  const system = Object.assign(new EventTarget(), { matches: isDark, media: QUERY });
  window.matchMedia = (() => system) as never;
  vi.resetModules();
  const { applyColorScheme } = await import("./color_scheme.ts");
  const scheme = applyColorScheme();
  return { scheme, system, asked: window.matchMedia(QUERY) };
}

describe("the colour scheme of the app", () => {
  beforeEach(() => localStorage.clear());

  it("is the system's at first, and follows it", async () => {
    const { asked, system } = await open(false);
    const heard = vi.fn();
    asked.addEventListener("change", heard);
    expect(asked.matches).toBe(false);
    system.matches = true;
    system.dispatchEvent(new Event("change"));
    expect([asked.matches, heard.mock.calls.length]).toEqual([true, 1]);
  });
  it("goes from the system's to the other, to the same, and back to the system's", async () => {
    for (const isDark of [false, true]) {
      const { scheme, asked } = await open(isDark);
      const seen = [1, 2, 3].map(() => {
        scheme.next();
        return [scheme.chosen(), asked.matches];
      });
      const names = isDark ? ["light", "dark", ""] : ["dark", "light", ""];
      expect(seen).toEqual([
        [names[0], !isDark],
        [names[1], isDark],
        [names[2], isDark],
      ]);
    }
  });
  it("is the one chosen before, whatever the system has", async () => {
    (await open(false)).scheme.next();
    const { asked, system } = await open(false);
    expect([asked.matches, document.documentElement.dataset.scheme]).toEqual([true, "dark"]);
    system.dispatchEvent(new Event("change"));
    expect(asked.matches).toBe(true);
  });
});
