/** Text of a file whose encoding nobody names: UTF-8, UTF-16 with or without a mark, Windows-1251 or -1252, also mixed by line. */

export interface DecodedText {
  text: string;
  encoding: string;
  /** lines that were in another encoding than the rest */
  mixedLines: number;
}

const SAMPLE = 4096;
const LINE_FEED = 10;

export function decodeText(bytes: Uint8Array): DecodedText {
  const wide = findUtf16(bytes);
  if (wide) return { text: new TextDecoder(wide).decode(bytes), encoding: wide, mixedLines: 0 };
  const whole = decodeStrictly(bytes);
  if (whole !== null) return { text: whole, encoding: "utf-8", mixedLines: 0 };
  return decodeLines(bytes);
}

/** UTF-16 by its mark, or by the empty half of most characters of Latin text. */
function findUtf16(bytes: Uint8Array) {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return "utf-16le";
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return "utf-16be";
  const length = Math.min(bytes.length, SAMPLE) & ~1;
  let [even, odd] = [0, 0];
  for (let at = 0; at < length; at += 2) {
    if (bytes[at] === 0) even += 1;
    if (bytes[at + 1] === 0) odd += 1;
  }
  if (length < 8) return null;
  if (odd > length / 8 && even === 0) return "utf-16le";
  return even > length / 8 && odd === 0 ? "utf-16be" : null;
}

function decodeStrictly(bytes: Uint8Array) {
  try {
    return new TextDecoder("utf-8", { fatal: true }).decode(bytes);
  } catch {
    return null;
  }
}

/** Cyrillic where most of the high bytes are its letters in Windows-1251, else the western one. */
function findSingleByte(lines: Uint8Array[]) {
  let [high, run, runs] = [0, 0, 0];
  for (const line of lines) {
    for (const byte of line) {
      if (byte >= 0xc0 || byte === 0xa8 || byte === 0xb8) {
        high += 1;
        run += 1;
        if (run === 3) runs += 3;
        else if (run > 3) runs += 1;
      } else run = 0;
    }
  }
  // Words of three and more such bytes in a row: accented letters of western text stand alone.
  return high > 0 && runs * 2 >= high ? "windows-1251" : "windows-1252";
}

/** Each line as UTF-8 where it is that, else in the single-byte encoding that those lines have. */
function decodeLines(bytes: Uint8Array): DecodedText {
  const parts: (string | Uint8Array)[] = [];
  let [start, wideLines] = [0, 0];
  while (start < bytes.length) {
    const found = bytes.indexOf(LINE_FEED, start);
    const end = found < 0 ? bytes.length : found + 1;
    const line = bytes.subarray(start, end);
    const text = decodeStrictly(line);
    if (text !== null && line.some((byte) => byte >= 0x80)) wideLines += 1;
    parts.push(text ?? line);
    start = end;
  }
  const others = parts.filter((part) => typeof part !== "string");
  const single = findSingleByte(others);
  const decoder = new TextDecoder(single);
  const text = parts.map((part) => (typeof part === "string" ? part : decoder.decode(part))).join("");
  const encoding = others.length > wideLines ? single : "utf-8";
  return { text: text.replace(/^\ufeff/, ""), encoding, mixedLines: Math.min(others.length, wideLines) };
}
