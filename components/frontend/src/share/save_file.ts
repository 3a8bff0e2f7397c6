/**
 * Handing a file to the browser to be saved.
 *
 * A page is not told whether a download was saved, so each file comes with a link that saves it again.
 * Firefox and Safari hold a download of a blob to the `frame-src` of the page around, which stops it
 * without a word. So the link is clicked in the outermost page of ours: a top page has no such limit.
 */
import { gettext as _ } from "../i18n/gettext.ts";
import { el } from "../ui/dom.ts";

const URL_LIFETIME = 60_000;
/** The address of the file before, given back once another has come. */
let forget = () => {};

/**
 * Save a file. Returns what is to be shown then: a sentence, and the link that saves the file again.
 * @param source where the server gives the same file: what a link leads to inside a page of
another site, whose limits cannot be known here
 */
export function saveFile(file: File, source: string = ""): [string, HTMLAnchorElement] {
  const page = findPage(window);
  const address = page.URL.createObjectURL(file);
  forget();
  forget = () => void page.setTimeout(() => page.URL.revokeObjectURL(address), URL_LIFETIME);
  const save = () => clickLink(page.document, address, file.name);
  const limited = page !== page.top;
  const again = el("a", { href: (limited && source) || address, download: file.name, class: "again" }, _("Save again"));
  if (!limited || !source) {
    again.addEventListener("click", (click) => {
      click.preventDefault();
      save();
    });
  }
  save();
  return [_("{file} was sent to your browser. Not saved?", { file: file.name }), again];
}

/** The outermost page of our own origin around a window. */
function findPage(window: Window): Window & typeof globalThis {
  let page = window;
  try {
    while (page.parent !== page && page.parent.document) page = page.parent;
  } catch {
    // The page around is another site's.
  }
  return page as Window & typeof globalThis;
}

function clickLink(document: Document, address: string, name: string) {
  const link = document.createElement("a");
  link.href = address;
  link.download = name;
  link.hidden = true;
  document.body.append(link);
  link.click();
  link.remove();
}
