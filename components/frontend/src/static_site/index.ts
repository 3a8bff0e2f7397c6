/** The pages of the site, by their kind: each draws with the module of the app that draws it there. */
import { openCohesion } from "./cohesion_page.ts";
import { openEvent, openEvents } from "./event_page.ts";
import { openMap } from "./map_page.ts";
import { openMember } from "./member_page.ts";
import { openMethod } from "./sources_page.ts";
import { openPair } from "./compare_page.ts";
import { beginPage } from "./page_init.ts";
import { openStories } from "./story_page.ts";
import { openVotes } from "./votes_page.ts";
import type { Site } from "./page_init.ts";

const KINDS: Record<string, (site: Site) => unknown> = {
  map: openMap,
  cohesion: openCohesion,
  event: openEvent,
  events: openEvents,
  member: openMember,
  members: openMember,
  method: openMethod,
  compare: openPair,
  stories: openStories,
  votes: openVotes,
};

const site = beginPage();
export const stage = (site && KINDS[site.settings.kind]?.(site)) || null;
