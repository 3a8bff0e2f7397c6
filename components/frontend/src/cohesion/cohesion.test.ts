// @vitest-environment happy-dom
import { afterEach, describe, expect, it, vi } from "vitest";
import { makePagePalette } from "../testing/atlas.ts";
import { makeTiles } from "./blocks.ts";
import { makeReader } from "./chart_keyboard_nav.ts";
import { evidenceAddress, keepPlace } from "./elements.ts";
import { makeSelect } from "../ui/select.ts";

afterEach(() => document.body.replaceChildren());

describe("tiles of the charts", () => {
  it("are made for each code, which must have a pattern", () => {
    expect(makeTiles(makePagePalette(), ["SIL"]).querySelector("pattern")?.id).toBe("stance-SIL");
    expect(() => makeTiles(makePagePalette(), ["OPP"])).toThrow("OPP has no pattern");
  });
});

describe("pieces of the page", () => {
  it("address the evidence of a cell", () => {
    expect(evidenceAddress("war & peace", "ARM")).toBe("events?event=war+%26+peace&toward=ARM");
  });
  it("choose among options", () => {
    const choose = vi.fn();
    const field = makeSelect("toward", "Reference party", [["ARM", "Armenia"], ["KAZ", "Kazakhstan"]], "KAZ", choose); // prettier-ignore
    const select = field.querySelector("select") as HTMLSelectElement;
    expect(select.value).toBe("KAZ");
    select.value = "ARM";
    select.dispatchEvent(new Event("change"));
    expect(choose).toHaveBeenCalledExactlyOnceWith("ARM", "toward");
  });
  it("keep the focus over a drawing, on the element of the same key", () => {
    const host = document.createElement("div");
    document.body.append(host);
    const fill = () =>
      host.replaceChildren(...["a", "b"].map((key) => Object.assign(document.createElement("button"), { textContent: key })));
    const mark = () => host.querySelectorAll("button").forEach((button) => (button.dataset.key = button.textContent ?? ""));
    fill();
    mark();
    host.querySelectorAll("button")[1].focus();
    keepPlace(host, () => {
      fill();
      mark();
    });
    expect(document.activeElement).toBe(host.querySelectorAll("button")[1]);
  });
});

describe("the reader of a chart", () => {
  function build() {
    const table = document.createElement("table");
    table.dataset.table = "pairs";
    const row = (tag: string, cells: string[]) => {
      const line = document.createElement("tr");
      line.append(...cells.map((text) => Object.assign(document.createElement(tag), { textContent: text })));
      return line;
    };
    table.createTHead().append(row("th", ["Pair", "Mean", "Stances"]));
    table.createTBody().append(...[1, 2, 3].map((at) => row("td", [`Pair ${at}`, `+${at}.0`, String(at)])));
    const reader = makeReader("Pairs", { table: "pairs", from: 1, to: 3 });
    document.body.append(table, reader);
    return (key: string) => {
      reader.dispatchEvent(new KeyboardEvent("keydown", { key, cancelable: true }));
      return reader.textContent;
    };
  }
  it("reads the rows of its part one by one", () => {
    const press = build();
    expect([press("ArrowRight"), press("ArrowDown")]).toEqual(["Pair 2 Mean: +2.0 · Stances: 2", "Pair 3 Mean: +3.0 · Stances: 3"]);
  });
  it("stops at both ends of its part", () => {
    const press = build();
    expect([press("End"), press("ArrowRight"), press("Home"), press("ArrowLeft")].map((text) => text?.slice(0, 6))).toEqual([
      "Pair 3",
      "Pair 3",
      "Pair 2",
      "Pair 2",
    ]);
  });
});
