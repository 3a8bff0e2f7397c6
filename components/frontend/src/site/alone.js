// @ts-check
/** The map as one file. */
import { openMap } from "./map_page.js";
import { beginPage } from "./page.js";

const site = beginPage();
export const stage = site ? openMap(site) : null;
