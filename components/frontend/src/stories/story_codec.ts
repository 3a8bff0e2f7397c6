/**
 * A story carried in a link or a file.
 *
 * In a link it is JSON, deflated, in base64url, in the fragment: what stands behind `#` never reaches
 * a server. In a file it is YAML of the same form as `data/stories`.
 */
import { gettext as _ } from "../i18n/gettext.ts";
import { checkStory, plainStory } from "../core/story_schema.ts";
import type { Story, Text } from "../core/story_schema.ts";

/** Characters of a story in a link: longer ones are cut by mail programs and chats. */
export const LONGEST_LINK = 16_000;
const LARGEST_STORY = 1_048_576;
const NAME = "story=";

/** A story as text for a link. */
export async function encodeStory(story: Story): Promise<string> {
  const json = new Blob([JSON.stringify(shorten(story))]);
  const bytes = new Uint8Array(await new Response(json.stream().pipeThrough(new CompressionStream("deflate-raw"))).arrayBuffer());
  let text = "";
  for (const byte of bytes) text += String.fromCharCode(byte);
  return btoa(text).replaceAll("+", "-").replaceAll("/", "_").replace(/=+$/, "");
}

/** Without what is empty: a link is short. */
function shorten(story: Story) {
  const kept = (value: unknown) => (typeof value === "object" && value !== null ? Object.keys(value).length > 0 : true);
  const filled = (object: object) => Object.fromEntries(Object.entries(object).filter(([, value]) => kept(value)));
  return { ...filled(plainStory(story)), steps: story.steps.map(filled) };
}

/** The story in a link's text; StoryError or Error when it is none. */
export async function decodeStory(text: string): Promise<Story> {
  const broken = () => new Error(_("The link does not contain a complete briefing. It may have been cut off"));
  if (text.length > LONGEST_LINK) throw new Error(_("The briefing in this link is longer than {most} characters", { most: LONGEST_LINK }));
  let value: unknown;
  try {
    const bytes = Uint8Array.from(atob(text.replaceAll("-", "+").replaceAll("_", "/")), (letter) => letter.charCodeAt(0));
    value = JSON.parse(await inflate(bytes));
  } catch {
    throw broken();
  }
  return checkStory(value);
}

/** Inflate, but never more than a story may hold. */
async function inflate(bytes: Uint8Array<ArrayBuffer>) {
  const reader = new Blob([bytes]).stream().pipeThrough(new DecompressionStream("deflate-raw")).getReader();
  const chunks = [];
  let size = 0;
  for (;;) {
    const { done, value } = await reader.read();
    if (done) break;
    size += value.length;
    if (size > LARGEST_STORY) {
      await reader.cancel();
      throw new Error("too large");
    }
    chunks.push(value);
  }
  return new TextDecoder("utf-8", { fatal: true }).decode(await new Blob(chunks).arrayBuffer());
}

/** The story's text in the address, or null. */
export function findStory(hash: string) {
  const text = hash.replace(/^#/, "");
  return text.startsWith(NAME) ? text.slice(NAME.length) : null;
}

/** The part of an address that carries a story. */
export const writeHash = (packed: string) => `#${NAME}${packed}`;

/** A story as a YAML file: every text in JSON's quotes, which YAML reads the same. */
export function writeYaml(story: Story) {
  const lines = [...writeText("title", story.title, ""), ...writeText("description", story.description, "")];
  if (story.layers) lines.push(`layers: ${quote(story.layers)}`);
  lines.push(story.steps.length ? "steps:" : "steps: []");
  for (const step of story.steps) {
    lines.push(`  - view: ${quote(step.view)}`, `    seconds: ${step.seconds}`);
    if (step.events.length) lines.push(`    events: [${step.events.map(quote).join(", ")}]`);
    if (step.layers?.length) lines.push(`    layers: [${step.layers.map(quote).join(", ")}]`);
    for (const key of ["headline", "text", "notes"] as const) lines.push(...writeText(key, step[key], "    "));
  }
  return `${lines.join("\n")}\n`;
}

function writeText(key: string, text: Text, indent: string) {
  const words = Object.entries(text);
  if (!words.length) return key === "title" ? ["title: {}"] : [];
  return [`${indent}${key}:`, ...words.map(([language, value]) => `${indent}  ${language}: ${quote(value)}`)];
}

const quote = (text: string) => JSON.stringify(text);
