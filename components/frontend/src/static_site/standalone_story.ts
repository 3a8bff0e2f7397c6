/** A story as one file. */
import { openAt } from "./map_page.ts";
import { beginPage } from "./page_init.ts";
import { openStories } from "./story_page.ts";

const site = beginPage();
if (site) openAt(site.settings.search ?? "");
export const stage = site ? openStories(site) : null;
