/** The page of a state, as the app draws it. */
import { draw } from "../members/index.ts";
import { readDocument } from "./embedded_data.ts";
import { speakHere } from "./page_init.ts";
import type { Site } from "./page_init.ts";
import type { MemberPage } from "../members/content.ts";

export async function openMember({ settings, language, addresses }: Site) {
  const given = new URLSearchParams(location.search);
  const own = settings.kind === "member";
  const asked = own ? settings.name : (given.get("panel") ?? "");
  if (!own && addresses.hasPage("members", asked)) return location.replace(addresses.address("members", given));
  const [members, shared] = await Promise.all([
    readDocument<Record<string, Partial<MemberPage>>>("members.json"),
    readDocument<MemberPage>("members-shared.json"),
    speakHere(language),
  ]);
  if (!Object.hasOwn(members, asked)) return;
  draw({
    data: { ...shared, ...members[asked] },
    parentElement: document.querySelector("main") as HTMLElement,
    setTriggerValue: (_name, id) => location.assign(addresses.address("members", new URLSearchParams({ panel: String(id) }))),
  });
}
