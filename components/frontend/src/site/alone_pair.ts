/** Two maps side by side as one file. */
import { openPair } from "./pair_page.ts";
import { beginPage } from "./page.ts";

const site = beginPage();
export const stage = site ? openPair(site) : null;
