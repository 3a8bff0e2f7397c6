/** Fetching a file that takes a while to make. */
import { describeRefusal } from "../ui/refusal.ts";
import { gettext as _ } from "../i18n/gettext.ts";

/** A line of the answer: how far it is, what went wrong, or the file in base64. */
type Piece = { done: number; of: number } | { problem: string } | { data: string; name: string; type: string };

/**
 * The file at an address of the exports, its progress told while it is made. A problem is thrown as
 * an Error whose message can be shown.
 * @param sent a visitor's own story or layers, sent along
 */
export async function fetchFile(
  address: string,
  sent: string | Blob | undefined,
  onProgress: (done: number, of: number) => void,
): Promise<File> {
  // The file names where the atlas is, which a server behind a proxy may not know.
  const headers = { "X-Atlas-Root": new URL("../", address).pathname };
  const request = sent === undefined ? { headers } : { method: "POST", body: sent, headers };
  let answer;
  try {
    answer = await fetch(`${address}&progress=1`, request);
  } catch {
    throw new Error(_("The atlas cannot be reached. Check the connection and try again."));
  }
  if (!answer.ok || !answer.body) throw new Error(await describeRefusal(answer));
  for await (const line of readLines(answer.body)) {
    const piece = JSON.parse(line) as Piece;
    if ("problem" in piece) throw new Error(piece.problem);
    if ("data" in piece) return new File([decode(piece.data)], piece.name, { type: piece.type });
    onProgress(piece.done, piece.of);
  }
  throw new Error(_("The file was not completed. Try again."));
}

/** The lines of a stream as they come. */
async function* readLines(body: ReadableStream<Uint8Array>) {
  const reader = body.getReader();
  const decoder = new TextDecoder();
  /** The parts of the line that has begun: one may be long. */
  let begun: string[] = [];
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

/** @param data base64 */
function decode(data: string) {
  const text = atob(data);
  const bytes = new Uint8Array(text.length);
  for (let place = 0; place < text.length; place++) bytes[place] = text.charCodeAt(place);
  return bytes;
}
