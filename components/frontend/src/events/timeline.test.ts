// @vitest-environment happy-dom
import { afterEach, describe, expect, it, vi } from "vitest";
import { speakEnglish, speakRussian } from "../testing/atlas.ts";
import { linkEvent } from "./event_link.ts";
import { makeGlyph } from "./response_glyphs.ts";
import { addRovingKeys, makeStop } from "./roving_tabindex.ts";
import { makeTicks } from "./time_axis.ts";
import { describeMark } from "./timeline_chart.ts";
import type { TimelineEvent } from "./content.ts";

const responses = { unmet: { fill: "red", label: "Unmet" } };

afterEach(() => {
  speakEnglish();
  document.body.replaceChildren();
});

describe("the ticks of the years", () => {
  it("stand at the start of each year where there is room", () => {
    expect(makeTicks(2000, 2003, 200).filter(({ year }) => year)).toEqual([
      { at: 0, text: "2000", year: true },
      { at: 50, text: "2001", year: true },
      { at: 100, text: "2002", year: true },
      { at: 150, text: "2003", year: true },
    ]);
  });
  it.each([
    [1200, ["1991", "1992"]],
    [720, ["1992", "1994"]],
    [330, ["1995", "2000"]],
    [100, ["2000", "2010"]],
  ])("over %i pixels begin with %j", (width, names) => {
    expect(
      makeTicks(1991, 2014, width)
        .map(({ text }) => text)
        .slice(0, 2),
    ).toEqual(names);
  });
  it("name every third month where a quarter has room, then every month", () => {
    const months = (width: number) =>
      makeTicks(2000, 2000, width)
        .filter(({ year }) => !year)
        .map(({ text }) => text);
    expect(months(160)).toEqual(["Apr", "Jul", "Oct"]);
    expect(months(480)).toHaveLength(11);
    expect(months(159)).toEqual([]);
  });
  it("name months in Russian", () => {
    speakRussian();
    expect(makeTicks(2000, 2000, 160)[1].text).toMatch(/^апр/);
  });
});

describe("a mark", () => {
  const event: TimelineEvent = {
    id: "war",
    title: "War",
    date_start: "2016-04-02",
    date_end: "2016-04-02",
    kind: "conflict",
    invocation: "article_4",
    response: "unmet",
    place: "",
    toward: [],
    claims: 0,
    finding: "",
  };
  it("says what happened, when, and what came of it", () => {
    expect(describeMark(event, responses)).toBe("2 April 2016 · conflict · request: Article 4 · unmet");
  });
  it("says nothing of a request that was not made", () => {
    expect(describeMark({ ...event, invocation: "none" }, responses)).toBe("2 April 2016 · conflict · unmet");
  });
  it.each([
    ["met", 0, "red"],
    ["partly", 1, "var(--paper)"],
    ["unmet", 1, "var(--paper)"],
    ["none", 0, "var(--paper)"],
  ])("of a request that is %s has its own shape", (response, paths, fill) => {
    const glyph = makeGlyph(response, "red");
    expect(glyph.querySelectorAll("path")).toHaveLength(paths);
    expect(glyph.querySelector("circle")?.getAttribute("fill")).toBe(fill);
  });
  it("is smaller and thinner where nothing was asked", () => {
    const radius = (response: string) => Number(makeGlyph(response, "red").querySelector("circle")?.getAttribute("r"));
    expect(radius("none")).toBeLessThan(radius("unmet"));
  });
});

describe("the link of an event", () => {
  it("keeps the page's parameters and names no other view", () => {
    const link = linkEvent({ event: "war", toward: "ARM" }, { kind: "crisis", event: "old", year: "1999" }, () => {}, {}, "War");
    expect(link.getAttribute("href")).toBe("?kind=crisis&event=war&toward=ARM");
  });
  it("is taken in place when simply clicked, else left to the browser", () => {
    const choose = vi.fn();
    const link = linkEvent({ event: "war" }, {}, choose, {}, "War");
    const click = (options: MouseEventInit) => link.dispatchEvent(new MouseEvent("click", { cancelable: true, ...options }));
    expect([click({ ctrlKey: true }), click({ shiftKey: true }), click({ button: 1 })]).toEqual([true, true, true]);
    expect(choose).not.toHaveBeenCalled();
    expect(click({})).toBe(false);
    expect(choose).toHaveBeenCalledExactlyOnceWith({ event: "war" });
  });
});

describe("arrow keys on the timeline", () => {
  /** Two lanes of marks, by their place in pixels. */
  function build() {
    const host = document.createElement("div");
    for (const lane of [
      [0, 100],
      [20, 90, 200],
    ]) {
      // prettier-ignore
      const row = document.createElement("div");
      row.className = "lane";
      for (const left of lane) {
        const mark = document.createElement("a");
        mark.className = "mark";
        mark.style.left = `${left}px`;
        mark.tabIndex = -1;
        row.append(mark);
      }
      host.append(row);
    }
    document.body.append(host);
    addRovingKeys(host);
    return host;
  }
  const at = (host: HTMLElement, left: number) => host.querySelector<HTMLElement>(`[style*="left: ${left}px"]`) as HTMLElement;
  const press = (key: string, more: KeyboardEventInit = {}) => {
    document.activeElement?.dispatchEvent(new KeyboardEvent("keydown", { key, bubbles: true, cancelable: true, ...more }));
    return (document.activeElement as HTMLElement).style.left;
  };

  it("go from mark to mark in time, over all lanes", () => {
    at(build(), 0).focus();
    expect(["ArrowRight", "ArrowRight", "ArrowRight", "ArrowLeft"].map((key) => press(key))).toEqual(["20px", "90px", "100px", "90px"]);
  });
  it("stop at both ends", () => {
    at(build(), 0).focus();
    expect([press("ArrowLeft"), press("End"), press("ArrowRight"), press("Home")]).toEqual(["0px", "200px", "200px", "0px"]);
  });
  it("go to the nearest mark of the next lane", () => {
    at(build(), 100).focus();
    expect([press("ArrowDown"), press("ArrowDown"), press("ArrowUp")]).toEqual(["90px", "90px", "100px"]);
  });
  it("leave keys to the browser that are held with others", () => {
    at(build(), 0).focus();
    expect(press("ArrowRight", { altKey: true })).toBe("0px");
  });
  it("leave one stop for the Tab key", () => {
    const host = build();
    makeStop(host, null);
    at(host, 0).focus();
    press("ArrowRight");
    expect([...host.querySelectorAll<HTMLElement>("[tabindex='0']")].map((mark) => mark.style.left)).toEqual(["20px"]);
  });
});
