/** The dialog by which a view leaves the atlas: its link, a citation, the code to embed it, and files. */
import { resolveAddress } from "../net/base_url.ts";
import { currentLanguage, gettext as _ } from "../i18n/gettext.ts";
import { withVersion } from "../core/view_state.ts";
import { el } from "../ui/dom.ts";
import { HEIGHT } from "./embed_height.ts";
import { fetchFile } from "./download.ts";
import { saveFile } from "./save_file.ts";
import { askForLayers, insertLayers, type OwnLayers } from "./own_layers.ts";
import { openDialog } from "../ui/dialog.ts";

export { useCatalogue } from "../i18n/gettext.ts";

export interface Shared {
  /** of export: view, event, comparison or story */
  kind: string;
  /** the permalink, with its language */
  link: string;
  /** of the record, which the link then names */
  version?: string;
  title: string;
  /** the address of the map alone; none where nothing can be embedded */
  embed?: string;
  /** the folder of the exports, ending in a slash; none without a server */
  exports?: string;
  /** a visitor's own story as YAML */
  story?: string;
  /** the year shown, which a link of the present one does not name */
  year?: number;
  /** the reader's own layers on the map, if there are any */
  own?: OwnLayers | null;
  /** the address of the dialog's style sheet */
  style?: string;
}

/** Of the record alone, whatever else is on the map. */
const TABLES = ["csv", "xlsx"];
const SIZES = ["640 × 480", "800 × 600", "1200 × 800"];

/** Show the dialog over a document. */
export function showShare(document: Document, shared: Shared) {
  shared = { ...shared, link: withVersion(shared.link, shared.version) };
  if (shared.exports) shared = { ...shared, exports: resolveAddress(shared.exports) };
  const content = shared.link ? renderLink(shared) : [el("p", {}, _("This briefing is too long for a link. Share it as a file."))];
  if (shared.embed) content.push(embedField(shared.embed, shared.title));
  if (shared.exports) content.push(filesField(shared));
  return openDialog(document, shared.style, nameDialog(shared.kind), ...content);
}

function nameDialog(kind: string) {
  if (kind === "event") return _("Share this event page");
  if (kind === "comparison") return _("Share this comparison");
  return kind === "story" ? _("Share this briefing") : _("Share this view");
}

const renderLink = (shared: Shared) => [
  copyField(_("Link"), shared.link, shared.kind === "story" ? "" : _("Opens exactly what you see.")),
  copyField(_("Citation"), citeShort(shared), ""),
];

export function citeShort({ title, link, story }: Shared) {
  const day = new Date().toISOString().slice(0, 10);
  if (story !== undefined)
    return _("“{title}”, user briefing on the map of the CSTO Stance Atlas, {link} (accessed {day}).", { title, link, day });
  return _("CSTO Stance Atlas, “{title}”, {link} (accessed {day}).", { title, link, day });
}

/**
 * The code of a frame: the only markup the dialog makes, and it is shown as text.
 * @param fits whether the frame takes the width of its page, and the height that the map in it reports
 */
export function writeFrame(address: string, title: string, size: string, fits = false) {
  const [chosen, height] = size.split(" × ");
  const width = fits ? "100%" : chosen;
  const frame = el("iframe", { src: address, title, width, height, loading: "lazy", allow: "fullscreen", style: "border:0" });
  const code = new XMLSerializer().serializeToString(frame).replace(' xmlns="http://www.w3.org/1999/xhtml"', "");
  return fits ? `${code}\n${writeListener(new URL(address).origin)}` : code;
}

/** The script beside a frame that follows the height its map reports; no other page's message counts. */
const writeListener = (origin: string) =>
  `<script>(frame => addEventListener("message", ({ source, origin, data }) => { if (source === frame.contentWindow && origin === ${JSON.stringify(origin)} && data?.type === "${HEIGHT}") frame.height = Number(data.height) || frame.height; }))(document.currentScript.previousElementSibling);</script>`;

function copyField(label: string, text: string, about: string) {
  const field = el("textarea", { readonly: true, rows: text.length > 90 ? "2" : "1", "aria-label": label });
  field.value = text;
  field.addEventListener("focus", () => field.select());
  const section = el("section", {}, el("h3", {}, label), el("div", { class: "copy" }, field, copyButton(field, label)));
  if (about) section.append(el("p", {}, about));
  return section;
}

function copyButton(field: HTMLTextAreaElement, label: string) {
  const button = el("button", { type: "button", "aria-label": _("Copy: {what}", { what: label }) }, _("Copy"));
  const copy = async () => {
    try {
      await navigator.clipboard.writeText(field.value);
      button.textContent = _("Copied");
    } catch {
      field.select();
      button.textContent = _("Press Ctrl+C");
    }
  };
  button.addEventListener("click", () => void copy());
  return button;
}

function embedField(address: string, title: string) {
  const section = copyField(_("Embed"), "", _("Interactive: readers can move through time. Static: the map stays at this view."));
  const field = section.querySelector("textarea") as HTMLTextAreaElement;
  const frozen = el("input", { type: "checkbox" });
  const fits = el("input", { type: "checkbox", name: "fits" });
  const size = el("select", { "aria-label": _("Frame size") }, ...SIZES.map((text) => el("option", {}, text)));
  size.value = SIZES[1];
  const write = () => {
    // What stands still reports nothing.
    fits.disabled = frozen.checked;
    field.value = writeFrame(
      frozen.checked ? address.replace("embed=1", "embed=frozen") : address,
      title,
      size.value,
      fits.checked && !frozen.checked,
    );
  };
  fits.addEventListener("change", write);
  frozen.addEventListener("change", write);
  size.addEventListener("change", write);
  field.rows = 3;
  write();
  section.append(
    el("div", { class: "options" }, el("label", {}, frozen, _("Static map")), size, el("label", {}, fits, _("Fits the page (script)"))),
  );
  return section;
}

/** What needs no network: it opens from a disk in any browser. */
function nameLive(kind: string) {
  if (kind === "comparison") return _("Interactive maps (HTML)");
  return kind === "story" ? _("Offline presentation (HTML)") : _("Interactive map (HTML)");
}

function filesField(shared: Shared) {
  const all = [
    { format: "png", name: _("PNG") },
    { format: "png", name: _("PNG (2×)"), scale: "2" },
    { format: "svg", name: _("SVG") },
    { format: "pdf", name: "PDF" },
    { format: "pptx", name: _("PowerPoint slides") },
    { format: "html", name: nameLive(shared.kind) },
    { format: "csv", name: _("CSV table with sources") },
    { format: "xlsx", name: _("Excel table with sources") },
  ];
  const status = el("p", { role: "status", class: "status" });
  const list = el("div", { class: "files" });
  const asked = shared.own ? askForLayers(shared.own) : null;
  const choose = () => (asked?.box.checked ? shared : { ...shared, own: null });
  for (const { format, name, scale } of all) {
    const button = el("button", { type: "button", "data-format": format + (scale ?? "") }, name);
    button.addEventListener("click", () => void take(choose(), format, scale, name, status, list));
    list.append(button);
  }
  const theme = el("label", {}, el("input", { type: "checkbox", name: "dark" }), _("Dark theme"));
  const options = [el("div", { class: "options" }, theme)];
  if (asked) options.push(asked.field);
  return el("section", {}, el("h3", {}, _("Files")), list, ...options, status);
}

async function take(shared: Shared, format: string, scale: string | undefined, name: string, status: HTMLElement, list: HTMLElement) {
  const buttons = [...list.querySelectorAll("button")];
  for (const button of buttons) button.disabled = true;
  const bar = el("progress", { max: "1", "aria-label": name });
  status.replaceChildren(bar, _("Preparing file: {name}", { name }));
  const query = new URL(shared.link || location.href, location.href).searchParams;
  query.set("lang", currentLanguage());
  query.delete("v");
  // The server's present year may be another by now: the file is of what is shown.
  if (shared.year && !query.has("event") && !query.has("date")) query.set("year", String(shared.year));
  const dark = list.parentElement?.querySelector("input[name=dark]");
  if (dark instanceof HTMLInputElement && dark.checked) query.set("theme", "dark");
  if (scale) query.set("scale", scale);
  try {
    const address = `${shared.exports}${shared.kind}.${format}?${query}`;
    const own = TABLES.includes(format) ? null : shared.own;
    const sent = own && format !== "html" ? await own.pack() : shared.story;
    const made = await fetchFile(address, sent, (done, of) => {
      bar.max = of;
      bar.value = done;
      status.replaceChildren(bar, _("{name}: {done} of {of}", { name, done, of }));
    });
    const file = own && format === "html" ? await insertLayers(made, own) : made;
    // What is a visitor's own is known to no address.
    status.replaceChildren(...saveFile(file, shared.story === undefined && !own ? address : ""));
  } catch (error) {
    status.replaceChildren(error instanceof Error ? error.message : String(error));
  }
  for (const button of buttons) button.disabled = false;
}
