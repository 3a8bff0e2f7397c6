import { afterEach, describe, expect, it, vi } from "vitest";
import { currentLanguage, currentLocale, gettext, ngettext, pgettext, speak, useCatalogue } from "./gettext.ts";

const STEPS = ["{count} step", "{count} steps"] as const;
const russian = {
  language: "ru",
  messages: {
    "Copy link": "Скопировать ссылку",
    "level\u0004high": "высокая",
    "{count} step": ["{count} шаг", "{count} шага", "{count} шагов"],
  },
};

afterEach(() => useCatalogue({ language: "en", messages: {} }));

describe("gettext", () => {
  it("gives English as it stands in the code", () => {
    expect(gettext("Copy link")).toBe("Copy link");
  });
  it("gives the catalogue's words", () => {
    useCatalogue(russian);
    expect(gettext("Copy link")).toBe("Скопировать ссылку");
  });
  it("falls back on English for a message the catalogue lacks", () => {
    useCatalogue(russian);
    expect(gettext("Unheard of")).toBe("Unheard of");
  });
  it("fills values in, each as often as it stands there", () => {
    expect(gettext("{a} and {b} and {a}", { a: 1, b: "two" })).toBe("1 and two and 1");
  });
  it("leaves a name without a value, also one that every object has", () => {
    expect(gettext("{unknown} {constructor}", { known: 1 })).toBe("{unknown} {constructor}");
  });
  it("fills no value into a value", () => {
    expect(gettext("{a}", { a: "{b}", b: "x" })).toBe("{b}");
  });
});

describe("pgettext", () => {
  it("tells a message apart by its context", () => {
    useCatalogue(russian);
    expect(pgettext("level", "high")).toBe("высокая");
    expect(pgettext("mountain", "high")).toBe("high");
  });
});

describe("ngettext", () => {
  it("knows the two forms of English", () => {
    expect([0, 1, 2].map((count) => ngettext(...STEPS, count))).toEqual(["0 steps", "1 step", "2 steps"]);
  });
  it("knows the three forms of Russian", () => {
    useCatalogue(russian);
    expect([1, 2, 5, 11, 21, 22, 111].map((count) => ngettext(...STEPS, count))).toEqual([
      "1 шаг",
      "2 шага",
      "5 шагов",
      "11 шагов",
      "21 шаг",
      "22 шага",
      "111 шагов",
    ]);
  });
  it("writes the number as the language does", () => {
    expect(ngettext(...STEPS, 12_345)).toBe("12,345 steps");
    useCatalogue(russian);
    expect(ngettext(...STEPS, 12_345)).toBe("12\u00a0345 шагов");
  });
  it("fills other values compared with the count", () => {
    expect(ngettext("{count} event in {year}", "{count} events in {year}", 3, { year: 1999 })).toBe("3 events in 1999");
  });
});

describe("speak", () => {
  it("speaks another language once its catalogue is there", async () => {
    vi.stubGlobal("fetch", () => Promise.resolve(Response.json(russian)));
    await speak("ru", { ru: "/messages-a.json" });
    expect([currentLanguage(), currentLocale(), gettext("Copy link")]).toEqual(["ru", "ru-RU", "Скопировать ссылку"]);
  });
  it("asks for a catalogue once", async () => {
    const fetched = vi.fn(() => Promise.resolve(Response.json(russian)));
    vi.stubGlobal("fetch", fetched);
    await speak("ru", { ru: "/messages-b.json" });
    await speak("en", {});
    await speak("ru", { ru: "/messages-b.json" });
    expect(fetched).toHaveBeenCalledOnce();
    expect(currentLanguage()).toBe("ru");
  });
  it("asks nothing for a language without a catalogue", async () => {
    const fetched = vi.fn();
    vi.stubGlobal("fetch", fetched);
    useCatalogue(russian);
    await speak("en", { ru: "/messages-c.json" });
    expect([currentLanguage(), currentLocale()]).toEqual(["en", "en-GB"]);
    expect(fetched).not.toHaveBeenCalled();
  });
  it("stays with English when a catalogue does not come", async () => {
    vi.useFakeTimers();
    vi.stubGlobal("fetch", () => Promise.reject(new TypeError("network")));
    const spoken = speak("ru", { ru: "/messages-d.json" });
    await vi.advanceTimersByTimeAsync(2000);
    await spoken;
    vi.useRealTimers();
    expect(currentLanguage()).toBe("en");
  });
});
