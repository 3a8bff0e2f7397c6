/** The caption of a step: headline, words, and the events they rest on. */
import { gettext as _ } from "../i18n/gettext.ts";
import { dateRange } from "../ui/date_format.ts";
import { el, setText } from "../ui/dom.ts";
import { pickText } from "../core/story_schema.ts";
import type { Story } from "../core/story_schema.ts";
import type { Atlas } from "../core/atlas.ts";

/** An event without a link is named. */
export function createCaption(
  atlas: Atlas,
  { language, eventLink, reader }: { language: string; eventLink: (id: string) => string; reader: boolean },
) {
  const kicker = el("p", { class: "kicker" });
  const headline = el("h1", {});
  const words = el("p", { class: "words" });
  const rests = el("p", { class: "rests" });
  const body = el("div", { class: "body" }, headline, words, rests);
  const element = el("section", { class: "caption", "aria-live": "polite", "aria-atomic": "true" }, kicker, body);
  return {
    element,
    /** @param at the place of the step, from 0 */
    draw(story: Story, at: number) {
      const step = story.steps[at];
      const title = pickText(story.title, language) || _("Untitled briefing");
      setText(kicker, reader ? _("{title} · user briefing", { title }) : title);
      setText(headline, pickText(step.headline, language));
      setText(words, pickText(step.text, language));
      const known = step.events.flatMap((id) => atlas.eventById.get(id) ?? []);
      rests.hidden = known.length === 0;
      rests.replaceChildren(
        el("span", {}, _("Sources")),
        ...known.map((event) => {
          const [href, name] = [eventLink(event.id), `${event.title}, ${dateRange(event.start, event.end)}`];
          return href ? el("a", { href, target: "_blank", rel: "noopener" }, name) : el("span", {}, name);
        }),
      );
      // Begun anew at each step: a class that stays would not start it again.
      body.getAnimations().forEach((animation) => animation.cancel());
      if (!matchMedia("(prefers-reduced-motion: reduce)").matches) {
        body.animate(
          [
            { opacity: 0, translate: "0 8px" },
            { opacity: 1, translate: "0 0" },
          ],
          { duration: 420, easing: "ease-out" },
        );
      }
      element.scrollTo(0, 0);
    },
  };
}
