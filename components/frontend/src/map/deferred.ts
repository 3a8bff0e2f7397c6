/**
 * What the map asks for once it can be used: its names, and what its buttons open. The server sends it as a
 * file of its own, which therefore has the words of the language to itself.
 */
export { speak } from "../i18n/gettext.ts";
export { keepView } from "../core/draft_storage.ts";
export { drawLabels } from "./layers/labels.ts";
export { shareView } from "./share_view.ts";
export { showKeys } from "./shortcut_help.ts";
