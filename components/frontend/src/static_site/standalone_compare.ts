/** Two maps side by side as one file. */
import { openPair } from "./compare_page.ts";
import { beginPage } from "./page_init.ts";

const site = beginPage();
export const stage = site ? openPair(site) : null;
