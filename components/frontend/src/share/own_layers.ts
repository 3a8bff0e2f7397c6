/** A reader's own layers on their way into a file: only when the reader says so there. */
import { gettext as _ } from "../i18n/gettext.ts";
import { el } from "../ui/dom.ts";

export interface OwnLayers {
  /** of the layers that are shown */
  names: string[];
  /** what is sent for a picture; throws an Error that can be shown when it is too much */
  pack: () => Promise<Blob>;
  /** as text, for a file that is put together in the browser */
  write: () => string;
}

/** Where a saved file holds them: `outputs/static_site/templates/standalone.html.j2`. */
export const OWN_LAYERS = "atlas-user-layers";
const SLOT = `<script type=application/json id=${OWN_LAYERS}>`;

/** A saved file with the layers in it; nothing of them has left the browser. */
export async function insertLayers(file: File, own: OwnLayers) {
  const text = await file.text();
  const at = text.indexOf(SLOT) + SLOT.length;
  if (at < SLOT.length) throw new Error(_("The file has no place for your layers."));
  const data = own.write().replaceAll("<", "\\u003c");
  return new File([text.slice(0, at), data, text.slice(at)], file.name, { type: file.type });
}

/** The reader's word for it, and what happens then. */
export function askForLayers({ names }: OwnLayers) {
  const box = el("input", { type: "checkbox", name: "own-layers" });
  return {
    box,
    field: el(
      "div",
      { class: "own-layers" },
      el("label", {}, box, el("span", {}, _("With your own layers: {names}", { names: names.join(", ") }))),
      el(
        "p",
        {},
        _(
          "For PNG, SVG, PDF and PowerPoint the rows in view are sent to the server, which draws them and keeps nothing. An HTML file gets all rows, in this browser. A CSV table has the record alone. Your layers are credited as the author’s own.",
        ),
      ),
    ),
  };
}
