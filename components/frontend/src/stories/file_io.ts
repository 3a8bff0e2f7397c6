/** A story to a file and from one. Files are read by the server's own reader and not kept. */
import { describeRefusal } from "../ui/refusal.ts";
import { resolveAddress } from "../net/base_url.ts";
import { currentLanguage, gettext as _ } from "../i18n/gettext.ts";
import { checkStory, plainStory } from "../core/story_schema.ts";
import { describeProblem } from "../core/validation_messages.ts";
import type { Problem, Story } from "../core/story_schema.ts";

const LARGEST_FILE = 1_048_576;

/** A story as a file, named after its title. */
export function makeFile(text: string, title: string) {
  const name =
    title
      .normalize("NFC")
      .toLowerCase()
      .replace(/[^\p{L}\p{N}]+/gu, "-")
      .replace(/^-|-$/g, "")
      .slice(0, 60) || "story";
  return new File([text], `${name}.yaml`, { type: "application/yaml" });
}

/** @param reading the address that reads */
export async function uploadStory(file: File, reading: string): Promise<{ story?: Story; problems?: string[] }> {
  if (file.size > LARGEST_FILE) return { problems: [describeProblem({ key: "", rule: "size", values: { most: String(LARGEST_FILE) } })] };
  try {
    const address = `${resolveAddress(reading)}?${new URLSearchParams({ lang: currentLanguage() })}`;
    const answer = await fetch(address, { method: "POST", body: file });
    // What was refused before it was read: too large, too many at once, or it took too long.
    if (!answer.ok) return { problems: [await describeRefusal(answer)] };
    const { story, problems = [] } = (await answer.json()) as { story?: Story; problems?: Problem[] };
    if (!story) return { problems: problems.map(describeProblem) };
    return { story: checkStory(plainStory(story)) };
  } catch {
    return { problems: [_("The server did not respond. Try again in a moment.")] };
  }
}
