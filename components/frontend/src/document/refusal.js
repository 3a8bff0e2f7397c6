// @ts-check
/** What an answer that refuses says to the reader: the server's own sentence if it has one, and when to ask again. */
import { gettext as _, ngettext } from "../language/messages.js";

/** What the statuses mean that a proxy or a limit answers with. @returns {Record<number, string>} */
const nameReasons = () => ({
  413: _("The data sent are too large for the server."),
  429: _("Too many requests in a short time."),
  502: _("The server is restarting or cannot be reached."),
  503: _("The server is busy or restarting."),
  504: _("The server took too long to respond."),
});

/** @param {Response} answer one that is not ok */
export async function sayRefusal(answer) {
  const said = (await readProblem(answer)) ?? nameReasons()[answer.status] ?? _("The server refused the request ({status}).", { status: answer.status });
  // A sentence with a number in it has said when.
  const seconds = /\d/.test(said) ? 0 : readWait(answer.headers.get("Retry-After"));
  return seconds ? `${said} ${sayWait(seconds)}` : said;
}

/** The server's sentence, in JSON as the atlas writes it. @param {Response} answer @returns {Promise<string|null>} */
async function readProblem(answer) {
  try {
    const { problem } = await answer.json();
    return typeof problem === "string" ? problem : null;
  } catch {
    return null;
  }
}

/** The seconds that a header asks to wait: a number or a day and time. @param {string|null} header */
function readWait(header) {
  if (!header) return 0;
  const seconds = /^\d+$/.test(header) ? Number(header) : (Date.parse(header) - Date.now()) / 1000;
  return Number.isFinite(seconds) ? Math.max(0, Math.ceil(seconds)) : 0;
}

/** @param {number} seconds */
function sayWait(seconds) {
  if (seconds < 100) return ngettext("Try again in {count} second.", "Try again in {count} seconds.", seconds);
  return ngettext("Try again in {count} minute.", "Try again in {count} minutes.", Math.ceil(seconds / 60));
}
