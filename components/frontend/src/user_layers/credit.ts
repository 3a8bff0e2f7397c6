/** Whose the layers of a saved file are: on the map, as its other credits. */
import { gettext as _ } from "../i18n/gettext.ts";
import { el, setText } from "../ui/dom.ts";

const creditLayer = (name: string) => _("Layer of the author's own: {name}", { name });
const sayNotOfRecord = () => _("The author's own layers are not part of the record of the atlas.");

export function showCredit(map: L.Map) {
  const line = el("p", { class: "overlay user-credit" });
  map.getContainer().append(line);
  return {
    say(names: string[]) {
      setText(line, names.length ? `${names.map(creditLayer).join(". ")}. ${sayNotOfRecord()}` : "");
    },
  };
}
