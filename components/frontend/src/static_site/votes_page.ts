/** The page of votes, drawn by the app's module; its choices are in the address. */
import { draw } from "../votes/index.ts";
import { readDocument } from "./embedded_data.ts";
import { speakHere } from "./page_init.ts";
import type { Site } from "./page_init.ts";
import type { VotesPage } from "../votes/content.ts";

/** What the document has: all but the choices. */
type Content = Omit<VotesPage, "member" | "by" | "from" | "to">;

export async function openVotes({ language }: Site) {
  const [content] = await Promise.all([readDocument<Content>("votes.json"), speakHere(language)]);

  function show() {
    const given = new URLSearchParams(location.search);
    const [first, last] = content.years;
    const year = (name: string, usual: number) => {
      const found = Number(given.get(name) ?? usual);
      return Number.isInteger(found) && found >= first && found <= last ? found : usual;
    };
    const [from, to] = [year("from", first), year("to", last)];
    const member = content.voters.find(({ id }) => id === given.get("member"))?.id ?? null;
    const by = content.orders.find((order) => order === given.get("by")) ?? content.orders[0];
    const years = from <= to ? { from, to } : { from: first, to: last };
    draw({
      data: { ...content, ...years, member, by },
      parentElement: document.querySelector("main") as HTMLElement,
      setTriggerValue: choose,
    });
  }

  function choose(_name: string, change: unknown) {
    const given = new URLSearchParams(location.search);
    for (const [name, value] of Object.entries(change as Record<string, string>)) {
      if (value) given.set(name, value);
      else given.delete(name);
    }
    history.pushState({}, "", location.pathname + (given.size ? `?${given}` : ""));
    show();
  }

  window.addEventListener("popstate", show);
  show();
}
