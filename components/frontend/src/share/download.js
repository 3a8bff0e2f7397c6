// @ts-check
/** Fetching a file that takes a while to make. */
import { sayRefusal } from "../document/refusal.js";
import { gettext as _ } from "../language/messages.js";

/**
 * The file at an address of the exports, its progress told while it is made. A problem is thrown as
 * an Error whose message can be shown.
 * @param {string} address @param {string|undefined} story a visitor's own story, sent along
 * @param {(done: number, of: number) => void} tell
 * @returns {Promise<File>}
 */
export async function fetchFile(address, story, tell) {
  // The file names where the atlas is, which a server behind a proxy may not know.
  const headers = { "X-Atlas-Root": new URL("../", address).pathname };
  const request = story === undefined ? { headers } : { method: "POST", body: story, headers };
  let answer;
  try {
    answer = await fetch(`${address}&progress=1`, request);
  } catch {
    throw new Error(_("The atlas cannot be reached. Check the connection and try again."));
  }
  if (!answer.ok || !answer.body) throw new Error(await sayRefusal(answer));
  for await (const line of readLines(answer.body)) {
    const piece = JSON.parse(line);
    if (piece.problem) throw new Error(piece.problem);
    if (piece.data) return new File([decode(piece.data)], piece.name, { type: piece.type });
    tell(piece.done, piece.of);
  }
  throw new Error(_("The file was not completed. Try again."));
}

/** The lines of a stream as they come. @param {ReadableStream<Uint8Array>} body */
async function* readLines(body) {
  const reader = body.getReader();
  const decoder = new TextDecoder();
  /** The parts of the line that has begun: one may be long. @type {string[]} */
  let begun = [];
  for (;;) {
    const { done, value } = await reader.read();
    const [first, ...next] = decoder.decode(value, { stream: !done }).split("\n");
    begun.push(first);
    for (const part of next) {
      const line = begun.join("");
      begun = [part];
      if (line) yield line;
    }
    if (done) return;
  }
}

/** @param {string} data base64 */
function decode(data) {
  const text = atob(data);
  const bytes = new Uint8Array(text.length);
  for (let place = 0; place < text.length; place++) bytes[place] = text.charCodeAt(place);
  return bytes;
}
