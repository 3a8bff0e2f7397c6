/**
 * What the map asks for once it can be used: search, what lies over and under its layers, and what its buttons
 * open. The server sends it as a file of its own, which therefore has the words of the language to itself.
 */
export { speak } from "../i18n/gettext.ts";
export { keepView } from "../core/draft_storage.ts";
export { drawRelief, drawWater } from "./layers/basemap.ts";
export { drawLabels } from "./layers/labels.ts";
export { describeMap } from "./live_description.ts";
export { createSearch } from "./search.ts";
export { shareView } from "./share_view.ts";
export { showKeys } from "./shortcut_help.ts";
