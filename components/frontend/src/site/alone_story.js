// @ts-check
/** A story as one file. */
import { openAt } from "./map_page.js";
import { beginPage } from "./page.js";
import { openStories } from "./story_page.js";

const site = beginPage();
if (site) openAt(site.settings.search);
export const stage = site ? openStories(site) : null;
