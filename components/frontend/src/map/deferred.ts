/**
 * What the map asks for once it can be used: its controls, what lies over and under its layers, and what its
 * buttons open. The server sends it as a file of its own, which therefore has the words of the language to itself.
 */
export { speak } from "../i18n/gettext.ts";
export { completeMap } from "./completion.ts";
export { showKeys } from "./shortcut_help.ts";
