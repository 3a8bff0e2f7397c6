// @vitest-environment happy-dom
import { beforeEach, describe, expect, it, vi } from "vitest";
import { createSearchBox } from "./combobox.ts";
import type { Engine } from "./engine.ts";
import type { Entry, Kind } from "./content.ts";

const makeEntry = (kind: Kind, id: string, title: string): Entry => ({
  ...{ kind, id, title, start: "", end: "", event: id, eventTitle: "", actors: [], modes: [] },
  ...{ facts: [], toward: "", stance: "", certainty: "", at: null },
});
const COUNTRIES = Array.from({ length: 12 }, (_, at) => makeEntry("country", `C${at}`, `<b>Country ${at}</b>`));
const ENTRIES = [...COUNTRIES, makeEntry("zone", "Z", "A zone")];
const ENGINE = {
  document: { states: ["C0"] },
  prepare: () => Promise.resolve(),
  search: (text: string) => ({ entries: text === "none" ? [] : ENTRIES, counts: {}, by: "all" }),
} as unknown as Engine;

describe("the search box", () => {
  const go = vi.fn<(address: string) => void>();
  const show = vi.fn<(entry: Entry) => boolean>(({ kind }) => kind === "zone");
  let input: HTMLInputElement;
  const listOptions = () =>
    [...document.querySelectorAll('[role="option"]')].map((option) => option.firstElementChild?.textContent ?? option.textContent);
  const press = (key: string) => input.dispatchEvent(new KeyboardEvent("keydown", { key, cancelable: true }));
  async function type(text: string) {
    input.focus();
    input.value = text;
    input.dispatchEvent(new Event("input"));
    await vi.waitFor(() => expect(input.getAttribute("aria-expanded")).toBe("true"));
  }

  beforeEach(() => {
    document.body.replaceChildren();
    go.mockClear();
    ({ input } = createSearchBox(document.body, {
      id: "find",
      engine: () => Promise.resolve(ENGINE),
      language: () => "ru",
      show,
      go,
      results: true,
    }));
  });

  it("groups a few of each kind and says how many more there are, as text", async () => {
    await type("country");
    expect([...document.querySelectorAll('[role="group"]')].map((group) => group.getAttribute("aria-label"))).toEqual([
      "Countries",
      "Zones",
      "Results",
    ]);
    expect(listOptions()).toEqual(["<b>Country 0</b>", "<b>Country 1</b>", "<b>Country 2</b>", "A zone", "4 of 13 – show all"]);
    expect(document.querySelector('[role="status"]')?.textContent).toBe("4 of 13");
  });

  it("is operated by keyboard", async () => {
    await type("country");
    expect(input.getAttribute("aria-activedescendant")).toBe("find-list-0");
    press("Enter");
    expect(go).toHaveBeenLastCalledWith("./members?panel=C0&lang=ru");
    expect([input.value, input.getAttribute("aria-expanded")]).toEqual(["", "false"]);

    await type("country");
    for (let step = 0; step < 3; step += 1) press("ArrowDown");
    press("Enter");
    expect(show).toHaveBeenLastCalledWith(ENTRIES[12]);
    expect(go).toHaveBeenCalledOnce();

    await type("two words");
    press("ArrowUp");
    press("Enter");
    expect(go).toHaveBeenLastCalledWith("./search?q=two+words&lang=ru");

    await type("country");
    press("Escape");
    expect([input.value, listOptions()]).toEqual(["", []]);
  });

  it("says that nothing was found, and that it could not be loaded", async () => {
    await type("none");
    expect(listOptions()).toEqual(["Nothing found"]);
    document.body.replaceChildren();
    vi.spyOn(console, "error").mockReturnValue();
    ({ input } = createSearchBox(document.body, { id: "lost", engine: () => Promise.reject(new Error("lost")), language: () => "", go }));
    await type("country");
    expect(listOptions()).toEqual(["The search could not be loaded. Try again."]);
  });
});
