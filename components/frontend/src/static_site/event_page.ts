/** The page of an event: the dossier of the app, over the same text in plain. */
import { draw } from "../events/dossier.ts";
import { ASKED } from "../events/filters.ts";
import { gettext as _ } from "../i18n/gettext.ts";
import { el } from "../ui/dom.ts";
import { readDocument } from "./embedded_data.ts";
import { readByMode, readMode } from "./reading.ts";
import { speakHere } from "./page_init.ts";
import type { Site } from "./page_init.ts";
import type { Dossiers } from "./reading.ts";
import type { Choice, DossierPage } from "../events/content.ts";

export async function openEvent({ settings, language, addresses }: Site) {
  const id = settings.name;
  const [dossiers, shared] = await Promise.all([
    readDocument<Dossiers>("dossiers.json"),
    readDocument<Omit<DossierPage, "event" | "params">>("event-common.json"),
    speakHere(language),
  ]);
  if (!Object.hasOwn(dossiers, id)) return;
  const layers = dossiers[id];

  async function show() {
    const asked = new URLSearchParams(location.search).get("toward") ?? "";
    const layer = await readByMode(layers[asked] ?? Object.values(layers)[0], readMode(), readDocument);
    draw({
      data: {
        claim: new URLSearchParams(location.search).get("claim"),
        event: { ...layer, citations: citeHere(layer.citations), left_out: false },
        params: {},
        ...shared,
      },
      parentElement: document.querySelector("main") as HTMLElement,
      setTriggerValue: (_name, choice) => choose(choice as Choice),
    });
  }

  function choose(choice: Choice) {
    const given = new URLSearchParams(Object.entries(choice));
    if (choice.event !== id) return location.assign(addresses.address("events", given));
    const mode = readMode();
    history.pushState({}, "", `?toward=${choice.toward}${mode ? `&mode=${mode}` : ""}`);
    void show();
  }

  window.addEventListener("popstate", () => void show());
  await show();
}

/** Where the site does not know its address, the reader's browser does. */
function citeHere(citations: Record<string, string>) {
  const place = window.atlasSite?.place;
  if (!place) return citations;
  const folder = new URL("index.html", location.href).href;
  return Object.fromEntries(Object.entries(citations).map(([format, text]) => [format, text.replaceAll(place, folder)]));
}

/** The list of events: a link of the app's form goes on to the page of its event. */
export function openEvents({ addresses, language }: Site) {
  const given = new URLSearchParams(location.search);
  const event = given.get("event");
  if (event !== null && addresses.hasPage("events", event)) {
    location.replace(addresses.address("events", given));
    return;
  }
  void speakHere(language).then(offerRequests);
}

/** A button that leaves the requests in the list, the events that say who came; the address has its choice. */
function offerRequests() {
  const list = document.querySelector("main article");
  if (!list) return;
  const items = [...list.querySelectorAll("li")];
  const asked = items.filter((item) => item.querySelector("p"));
  const button = el("button", { type: "button", class: "requests-only" }, `${_("Requests only")} (${asked.length})`);

  function show() {
    const isOn = new URLSearchParams(location.search).get("response") === ASKED;
    button.setAttribute("aria-pressed", String(isOn));
    for (const item of items) item.hidden = isOn && !asked.includes(item);
    for (const year of list?.querySelectorAll("ul") ?? []) {
      year.hidden = [...year.children].every((item) => (item as HTMLElement).hidden);
      (year.previousElementSibling as HTMLElement).hidden = year.hidden;
    }
  }

  button.addEventListener("click", () => {
    const given = new URLSearchParams(location.search);
    if (given.get("response") === ASKED) given.delete("response");
    else given.set("response", ASKED);
    history.pushState({}, "", location.pathname + (given.size ? `?${given}` : ""));
    show();
  });
  list.querySelector("h1")?.after(button);
  window.addEventListener("popstate", show);
  show();
}
