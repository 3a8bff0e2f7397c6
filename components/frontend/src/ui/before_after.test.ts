// @vitest-environment happy-dom
import { describe, expect, it, vi } from "vitest";
import { renderBeforeAfter } from "./before_after.ts";

const DATA = { day: "2016-04-02", first: "1991-01-01", last: "2026-11-30", sentences: ["mean −0.39 over 18 stances"] };

describe("stances before and after a day", () => {
  it("are sentences beside the day, which can be chosen within the record", () => {
    const choose = vi.fn();
    const part = renderBeforeAfter(DATA, choose);
    expect(part.textContent).toContain("mean −0.39 over 18 stances");
    const input = part.querySelector("input") as HTMLInputElement;
    expect(input.value).toBe("2016-04-02");
    for (const value of ["0002-04-02", "2020-09-27", ""]) {
      input.value = value;
      input.dispatchEvent(new Event("change"));
    }
    expect(choose.mock.calls).toEqual([["2020-09-27"], [""]]);
  });
  it("are left out with words where nothing resamples", () => {
    const part = renderBeforeAfter(undefined, () => {});
    expect(part.querySelector("input")).toBeNull();
    expect(part.textContent).toContain("live atlas");
  });
});
