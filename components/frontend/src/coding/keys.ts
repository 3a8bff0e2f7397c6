/** The keys that code a cell: digits for the scale, letters for what is off it, for certainty and for kinds of answer. */

export type Choice = { field: "stance" | "certainty" | "mode"; code: string };

/** Letters of codes off the scale. */
export const STANCE_KEYS: Record<string, string> = { SIL: "n", PTY: "p", ND: "u" };
export const CERTAINTY_KEYS: Record<string, string> = { explicit: "e", quoted: "q", group: "g", inferred: "i", opinion: "o" };
export const MODE_KEYS: Record<string, string> = {
  ...{ deed: "d", vote: "v", signature: "s", statement: "t", presence: "a", report: "r" },
};
export const UNREAD_KEY = "x";

/** The key of a code on the scale, as it is written beside it: 3, 2, 1, 0, -1, -2, -3. */
export const nameScaleKey = (ordinal: number) => String(ordinal);

interface Stroke {
  key: string;
  code: string;
  shiftKey: boolean;
}

/** The Latin letter or digit of a stroke: that of the layout or, in another alphabet, of the place of the key. */
export function readLetter({ key, code, shiftKey }: Stroke) {
  const digit = /^(?:Digit|Numpad)([0-9])$/.exec(code)?.[1];
  if (digit) return shiftKey ? `-${digit}` : digit;
  if (/^[a-z0-9-]$/i.test(key)) return key.toLowerCase();
  if (key === "−" || code === "NumpadSubtract" || (code === "Minus" && !shiftKey)) return "-";
  return /^Key([A-Z])$/.exec(code)?.[1].toLowerCase() ?? "";
}

/**
 * What a stroke chooses; a minus waits for its digit.
 * @param isNegative whether a minus came before
 */
export function readStroke(
  stroke: Stroke,
  codes: readonly { code: string; ordinal: number | null }[],
  isNegative: boolean,
): Choice | "-" | null {
  const letter = readLetter(stroke);
  if (letter === "-") return "-";
  const scale = /^-?[0-9]$/.exec(letter);
  if (scale) {
    const place = Math.abs(Number(letter)) * (isNegative || letter.startsWith("-") ? -1 : 1);
    // There is one nought: -0 is 0.
    const found = codes.find(({ ordinal }) => ordinal !== null && ordinal === place + 0);
    return found ? { field: "stance", code: found.code } : null;
  }
  for (const [field, keys] of [
    ["stance", STANCE_KEYS],
    ["certainty", CERTAINTY_KEYS],
    ["mode", MODE_KEYS],
  ] as const)
    for (const [code, key] of Object.entries(keys)) if (key === letter) return { field, code };
  return null;
}
