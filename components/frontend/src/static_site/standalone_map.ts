/** The map as one file. */
import { openMap } from "./map_page.ts";
import { beginPage } from "./page_init.ts";

const site = beginPage();
export const stage = site ? openMap(site) : null;
