// @ts-check
/** A story to a file and from one. Files are read by the server's own reader and not kept. */
import { currentLanguage, gettext as _ } from "../language/messages.js";
import { checkStory, plainStory } from "./format.js";
import { sayProblem } from "./reasons.js";

const LARGEST_FILE = 1_048_576;

/** @param {string} text @param {string} title */
export function saveFile(text, title) {
  const name = title.normalize("NFC").toLowerCase().replace(/[^\p{L}\p{N}]+/gu, "-").replace(/^-|-$/g, "").slice(0, 60) || "story";
  const address = URL.createObjectURL(new Blob([text], { type: "application/yaml" }));
  const link = document.createElement("a");
  link.href = address;
  link.download = `${name}.yaml`;
  link.click();
  setTimeout(() => URL.revokeObjectURL(address), 10_000);
}

/** @param {File} file @param {string} reading the address that reads @returns {Promise<{story?: import("./format.js").Story, problems?: string[]}>} */
export async function uploadStory(file, reading) {
  if (file.size > LARGEST_FILE) return { problems: [sayProblem({ key: "", rule: "size", values: { most: String(LARGEST_FILE) } })] };
  try {
    const answer = await fetch(`${reading}?${new URLSearchParams({ lang: currentLanguage() })}`, { method: "POST", body: file });
    const { story, problems, problem } = await answer.json();
    // What was refused before it was read: too many at once, or it took too long.
    if (problem) return { problems: [problem] };
    if (!story) return { problems: problems.map(sayProblem) };
    return { story: checkStory(plainStory(story)) };
  } catch {
    return { problems: [_("The server did not answer. Try again in a moment.")] };
  }
}
