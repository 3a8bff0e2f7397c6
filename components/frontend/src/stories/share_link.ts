/** A briefing as a link, which carries the whole of it. */
import { gettext as _ } from "../i18n/gettext.ts";
import { el } from "../ui/dom.ts";
import { CARRIED, writeAddress } from "./query_params.ts";
import { LONGEST_LINK, encodeStory, writeHash } from "./story_codec.ts";
import type { Story } from "../core/story_schema.ts";

export async function shareLink(story: Story, notify: (text: string, ...more: Node[]) => void) {
  const packed = await encodeStory(story);
  if (packed.length > LONGEST_LINK) {
    return notify(
      _("As a link this briefing is {size} characters long; the maximum is {most}. Shorten it or download it as a file.", {
        size: packed.length,
        most: LONGEST_LINK,
      }),
    );
  }
  const link = el("input", { type: "text", readonly: true, "aria-label": _("Link to your briefing") });
  link.value = location.origin + writeAddress({ story: CARRIED, step: 1 }, writeHash(packed));
  let copied = false;
  try {
    await navigator.clipboard.writeText(link.value);
    copied = true;
  } catch {
    // Refused, or plain http, where there is no clipboard: the link is selected, to be copied by hand.
  }
  notify(
    copied
      ? _("Link copied. It contains the whole briefing; nothing is stored on a server.")
      : _("Copy this link. It contains the whole briefing; nothing is stored on a server."),
    link,
  );
  link.select();
}
