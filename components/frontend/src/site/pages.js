// @ts-check
/** The pages of the site, by their kind: each draws with the module of the app that draws it there. */
import { openCohesion } from "./cohesion_page.js";
import { openEvent, openEvents } from "./event_page.js";
import { openMap } from "./map_page.js";
import { openMember } from "./member_page.js";
import { openMethod } from "./method_page.js";
import { openPair } from "./pair_page.js";
import { beginPage } from "./page.js";
import { openStories } from "./story_page.js";

/** @type {Record<string, (site: import("./page.js").Site) => any>} */
const KINDS = { map: openMap, cohesion: openCohesion, event: openEvent, events: openEvents, member: openMember, members: openMember, method: openMethod, compare: openPair, stories: openStories };

const site = beginPage();
export const stage = (site && KINDS[site.settings.kind]?.(site)) || null;
