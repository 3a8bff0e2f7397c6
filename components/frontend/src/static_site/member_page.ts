/** The page of a state, as the app draws it. */
import { draw } from "../members/index.ts";
import { withMode } from "../ui/mode_note.ts";
import { readDocument } from "./embedded_data.ts";
import { readMemberByMode } from "./member_reading.ts";
import { speakHere } from "./page_init.ts";
import { readMode, writeMode } from "./reading.ts";
import type { SitePage } from "./member_reading.ts";
import type { Site } from "./page_init.ts";

export async function openMember({ settings, language, addresses }: Site) {
  const given = new URLSearchParams(location.search);
  const own = settings.kind === "member";
  const asked = own ? settings.name : (given.get("panel") ?? "");
  if (!own && addresses.hasPage("members", asked)) return location.replace(addresses.address("members", given));
  const [members, shared] = await Promise.all([
    readDocument<Record<string, Pick<SitePage, "state" | "titles">>>("members.json"),
    readDocument<Omit<SitePage, "state" | "titles">>("members-shared.json"),
    speakHere(language),
  ]);
  if (!Object.hasOwn(members, asked)) return;
  const page = { ...shared, ...members[asked] };

  async function show() {
    draw({
      data: await readMemberByMode(page, readMode(), readDocument),
      parentElement: document.querySelector("main") as HTMLElement,
      setTriggerValue: choose,
    });
  }

  function choose(name: string, value: unknown) {
    if (name === "mode") {
      writeMode(String(value));
      void show();
      return;
    }
    location.assign(addresses.address("members", new URLSearchParams(withMode({ panel: String(value) }, readMode()))));
  }

  window.addEventListener("popstate", () => void show());
  await show();
}
