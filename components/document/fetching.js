// @ts-check
/** Fetching a document: one that is lost on its way is asked for again, twice at most. */

const PAUSES = [500, 1500];

/** @param {string} url @returns {Promise<any>} an Error names the url when it does not come, or is not there */
export async function fetchJson(url) {
  for (const pause of PAUSES) {
    try {
      const answer = await fetch(url);
      // What is cut off in the middle fails while it is read.
      if (answer.ok) return await answer.json();
    } catch {
      // Lost on its way.
    }
    await new Promise((resolve) => setTimeout(resolve, pause));
  }
  const answer = await fetch(url);
  if (!answer.ok) throw new Error(`${url} answered ${answer.status}`);
  return answer.json();
}
