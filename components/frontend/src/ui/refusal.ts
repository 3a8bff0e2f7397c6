/** What an answer that refuses says to the reader: the server's own sentence if it has one, and when to ask again. */
import { gettext as _, ngettext } from "../i18n/gettext.ts";

/** What the statuses mean that a proxy or a limit answers with. */
const nameReasons = (): Record<number, string> => ({
  413: _("The data sent are too large for the server."),
  429: _("Too many requests in a short time."),
  502: _("The server is restarting or cannot be reached."),
  503: _("The server is busy or restarting."),
  504: _("The server took too long to respond."),
});

/** @param answer one that is not ok */
export async function describeRefusal(answer: Response) {
  const said =
    (await readProblem(answer)) ??
    nameReasons()[answer.status] ??
    _("The server refused the request ({status}).", { status: answer.status });
  // A sentence with a number in it has said when.
  const seconds = /\d/.test(said) ? 0 : readWait(answer.headers.get("Retry-After"));
  return seconds ? `${said} ${describeWait(seconds)}` : said;
}

/** The server's sentence, in JSON as the atlas writes it. */
async function readProblem(answer: Response): Promise<string | null> {
  try {
    const { problem } = (await answer.json()) as { problem?: unknown };
    return typeof problem === "string" ? problem : null;
  } catch {
    return null;
  }
}

/** The seconds that a header asks to wait: a number or a day and time. */
function readWait(header: string | null) {
  if (!header) return 0;
  const seconds = /^\d+$/.test(header) ? Number(header) : (Date.parse(header) - Date.now()) / 1000;
  return Number.isFinite(seconds) ? Math.max(0, Math.ceil(seconds)) : 0;
}

function describeWait(seconds: number) {
  if (seconds < 100) return ngettext("Try again in {count} second.", "Try again in {count} seconds.", seconds);
  return ngettext("Try again in {count} minute.", "Try again in {count} minutes.", Math.ceil(seconds / 60));
}
