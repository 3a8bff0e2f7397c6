/** Links hurt on their way through mails, chats and texts: what is plain is mended before anything reads it. */

/** Marks of the sentence or the brackets that a link stood in, as they are or escaped; no value of a link ends so. */
const TRAILING = /(?:[)\]}>.,;:!?"'»”’…]|%(?:29|5D|7D|3E|2C|3B|3A|21|22|27|60)|%C2%BB|%E2%80%(?:9D|99|A6))+$/i;
/** Words that a reader typed may end so. */
const WORDS = "q=";

/** @param search the query of an address, with its sign */
export function mendQuery(search: string) {
  const pairs = search
    .slice(1)
    .replace(/&(?:amp|#38|#x26)(?:;|%3B)/gi, "&")
    .split("&");
  const last = pairs.length - 1;
  if (!pairs[last].startsWith(WORDS)) pairs[last] = pairs[last].replace(TRAILING, "");
  const mended = pairs.filter(Boolean).join("&");
  return mended && `?${mended}`;
}
