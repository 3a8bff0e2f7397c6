/** The search box: a combobox whose list groups what it finds, and says how much more there is. */
import { gettext as _ } from "../i18n/gettext.ts";
import { el } from "../ui/dom.ts";
import { formatNumber } from "../i18n/number_format.ts";
import { addressOf, addressOfResults, describeEntry, describeWidening, nameKind } from "./labels.ts";
import type { Engine } from "./engine.ts";
import type { Entry, Found, Kind } from "./content.ts";

/** How many are listed, and how many of one kind while there are others. */
const MOST = 8;
const MOST_OF_KIND = 3;

interface Option {
  text: string;
  note: string;
  address: string;
  choose: () => void;
}

export interface SearchBox {
  /** of its parts, where a page has several */
  id: string;
  engine: () => Promise<Engine>;
  /** of the address, empty where it names none */
  language: () => string;
  /** Show an entry where the reader is; false leaves it to its page. */
  show?: (entry: Entry) => boolean;
  go: (address: string) => void;
  /** without a page of results it is only said how many there are */
  results?: boolean;
}

export function createSearchBox(host: HTMLElement, box: SearchBox) {
  const list = `${box.id}-list`;
  const label = _("Search events, claims, sources, places");
  const input = el("input", {
    type: "search",
    role: "combobox",
    placeholder: label,
    maxlength: "80",
    autocomplete: "off",
    spellcheck: "false",
    "aria-label": label,
    "aria-expanded": "false",
    "aria-controls": list,
    "aria-autocomplete": "list",
  });
  const found = el("div", { id: list, class: "found", role: "listbox", "aria-label": _("Results"), hidden: true });
  const status = el("p", { class: "announced", role: "status" });
  host.append(input, found, status);
  let options: Option[] = [];
  let current = -1;

  async function look() {
    const text = input.value;
    if (!text.trim()) return close();
    try {
      const engine = await box.engine();
      await engine.prepare(text);
      // Another letter may have been typed while it was waited for.
      if (text === input.value && isHeld()) show(engine.search(text), engine);
    } catch (error) {
      console.error(error);
      if (text === input.value) tell(_("The search could not be loaded. Try again."));
    }
  }
  const isHeld = () => input.ownerDocument.activeElement === input;

  function show({ entries, by }: Found, engine: Engine) {
    const text = input.value.trim();
    const groups = groupEntries(entries);
    const shown = [...groups.values()].flat();
    if (!shown.length) return tell(_("Nothing found"));
    options = shown.map((entry) => makeOption(entry, engine));
    const rest = entries.length > shown.length;
    const counts = { shown: formatNumber(shown.length), count: formatNumber(entries.length) };
    if (rest && box.results) {
      const address = addressOfResults(text, box.language());
      options.push({ text: _("{shown} of {count} – show all", counts), note: "", address, choose: () => box.go(address) });
    }
    let at = 0;
    const parts: Node[] = [...groups].map(([kind, group]) =>
      el(
        "ul",
        { role: "group", "aria-label": nameKind(kind) },
        el("li", { class: "kind", role: "presentation" }, nameKind(kind)),
        ...group.map(() => renderOption(at++)),
      ),
    );
    const widened = describeWidening(by);
    if (widened) parts.unshift(el("p", { class: "nothing", role: "presentation" }, widened));
    if (rest && box.results) parts.push(el("ul", { role: "group", "aria-label": _("Results") }, renderOption(at)));
    else if (rest) parts.push(el("p", { class: "nothing", role: "presentation" }, _("{shown} of {count}", counts)));
    found.replaceChildren(...parts);
    open();
    mark(0);
    status.textContent = [widened, _("{shown} of {count}", counts)].filter(Boolean).join(" ");
  }

  const makeOption = (entry: Entry, engine: Engine): Option => {
    const address = addressOf(entry, engine.document.states, box.language());
    return {
      text: entry.title,
      note: describeEntry(entry),
      address,
      choose: () => {
        if (!box.show?.(entry)) box.go(address);
      },
    };
  };

  function renderOption(at: number) {
    const { text, note } = options[at];
    const option = el(
      "li",
      { role: "option", id: `${list}-${at}`, "aria-selected": "false", class: note ? undefined : "all" },
      el("span", {}, text),
      ...(note ? [el("small", {}, note)] : []),
    );
    option.addEventListener("pointerdown", (pointer) => pointer.preventDefault());
    option.addEventListener("click", () => choose(options[at]));
    return option;
  }

  /** Say something in place of results. */
  function tell(text: string) {
    options = [];
    found.replaceChildren(
      el(
        "ul",
        { role: "group", "aria-label": _("Results") },
        el("li", { class: "nothing", role: "option", "aria-disabled": "true" }, text),
      ),
    );
    open();
    mark(-1);
    status.textContent = text;
  }

  function open() {
    found.hidden = false;
    input.setAttribute("aria-expanded", "true");
  }

  function mark(at: number) {
    current = at;
    for (const option of found.querySelectorAll('[role="option"]')) {
      const marked = option.id === `${list}-${at}`;
      option.setAttribute("aria-selected", String(marked));
      if (marked) option.scrollIntoView({ block: "nearest" });
    }
    if (at >= 0) input.setAttribute("aria-activedescendant", `${list}-${at}`);
    else input.removeAttribute("aria-activedescendant");
  }

  function choose(option: Option) {
    input.value = "";
    close();
    option.choose();
  }
  function close() {
    options = [];
    found.replaceChildren();
    found.hidden = true;
    status.textContent = "";
    input.setAttribute("aria-expanded", "false");
    mark(-1);
  }

  input.addEventListener("focus", () => void box.engine().catch(() => undefined));
  input.addEventListener("input", () => void look());
  input.addEventListener("blur", close);
  input.addEventListener("keydown", (key) => {
    if (key.key === "Escape") {
      input.value = "";
      return close();
    }
    if (key.key === "Enter" && current >= 0) return choose(options[current]);
    if ((key.key === "ArrowDown" || key.key === "ArrowUp") && options.length) {
      key.preventDefault();
      mark((current + (key.key === "ArrowDown" ? 1 : options.length - 1)) % options.length);
    }
  });
  return { input };
}

/** The best few, kinds in the order of their best. */
function groupEntries(entries: Entry[]) {
  const groups: Map<Kind, Entry[]> = new Map();
  const kinds = new Set(entries.map(({ kind }) => kind));
  const most = kinds.size > 1 ? MOST_OF_KIND : MOST;
  let left = MOST;
  for (const entry of entries) {
    const group = groups.get(entry.kind) ?? [];
    if (!left) break;
    if (group.length >= most) continue;
    groups.set(entry.kind, [...group, entry]);
    left -= 1;
  }
  return groups;
}
