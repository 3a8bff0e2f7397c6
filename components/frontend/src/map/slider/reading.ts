/** Where the moment shown stands on the track, and what the thumb says of it. */
import { gettext as _, ngettext } from "../../i18n/gettext.ts";
import { setAttributes } from "../../ui/dom.ts";
import { longDate } from "../../ui/date_format.ts";
import { membersAt } from "../../core/snapshot.ts";
import { numberOf } from "../../core/iso_day.ts";
import { choosesDays, lengthOf, type Domain, type Unit } from "./time_axis.ts";
import { daysOf, pointOf } from "./moment.ts";
import type { Controls } from "./controls.ts";
import type { Place } from "./viewport.ts";
import type { Atlas } from "../../core/atlas.ts";
import type { View } from "../../core/view_state.ts";

export function createReading({ thumb }: Controls, atlas: Atlas) {
  const bound = (share: number) => Math.min(1, Math.max(0, share));
  const share = (domain: Domain, view: View) => (pointOf(atlas, domain, view) - domain.from) / lengthOf(domain);
  return {
    share,
    /** The same, or the middle of the track where the moment is out of view. */
    visibleShare(domain: Domain, view: View) {
      const at = share(domain, view);
      return at >= 0 && at <= 1 ? at : 0.5;
    },
    place(domain: Domain, view: View): Place {
      const at = share(domain, view);
      const { from, to } = daysOf(atlas, view);
      const [left, right] = [from, to].map((day) => bound((day - domain.from) / lengthOf(domain)));
      return { at: bound(at), from: left, to: right };
    },
    /** Say the moment to whoever listens. */
    say(unit: Unit, view: View) {
      const members = membersAt(atlas, view).size;
      const first = numberOf(`${atlas.first}-01-01`);
      // A day is counted from the first one, as years have no fractions that could be read aloud.
      const [least, most, now] = view.date
        ? [0, numberOf(atlas.today) - first, numberOf(view.date) - first]
        : [atlas.first, atlas.last, view.year];
      const event = view.event ? atlas.eventById.get(view.event) : null;
      const whole = choosesDays(unit) && !event ? _("{year} as a whole", { year: view.year }) : String(view.year);
      const spoken = ngettext("{year}, {count} member", "{year}, {count} members", members, {
        year: view.date ? longDate(view.date) : whole,
      });
      setAttributes(thumb, {
        "aria-label": view.date ? _("Date") : _("Year"),
        "aria-valuemin": least,
        "aria-valuemax": most,
        "aria-valuenow": now,
        "aria-valuetext": event ? _("{year_and_members}, {event}", { year_and_members: spoken, event: event.title }) : spoken,
      });
    },
  };
}
