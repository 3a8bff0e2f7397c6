// @ts-check
/** Two maps side by side as one file. */
import { openPair } from "./pair_page.js";
import { beginPage } from "./page.js";

const site = beginPage();
export const stage = site ? openPair(site) : null;
