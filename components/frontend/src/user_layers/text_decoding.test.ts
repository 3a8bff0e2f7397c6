import { expect, test } from "vitest";
import { decodeText } from "./text_decoding.ts";

const TEXT = "место,дата\nЕреван,2020-10-15\nСтепанакерт,2020-10-16\n";
/** Cyrillic letters as Windows-1251 has them. */
const encode1251 = (text: string) =>
  Uint8Array.from(text, (letter) => {
    const code = letter.codePointAt(0) ?? 0;
    return code >= 0x410 && code <= 0x44f ? code - 0x350 : code;
  });
function encode16(text: string, isLittle: boolean, mark: boolean) {
  const marked = mark ? `\ufeff${text}` : text;
  const view = new DataView(new ArrayBuffer(marked.length * 2));
  for (let at = 0; at < marked.length; at += 1) view.setUint16(at * 2, marked.charCodeAt(at), isLittle);
  return new Uint8Array(view.buffer);
}
const encoder = new TextEncoder();

test("an encoding is known by what the file holds", () => {
  expect(decodeText(encoder.encode(`\ufeff${TEXT}`))).toEqual({ text: TEXT, encoding: "utf-8", mixedLines: 0 });
  expect(decodeText(encode1251(TEXT))).toEqual({ text: TEXT, encoding: "windows-1251", mixedLines: 0 });
  for (const isLittle of [true, false]) {
    expect(decodeText(encode16(TEXT, isLittle, true)).text).toBe(TEXT);
    expect(decodeText(encode16("place,date\nYerevan,2020-10-15\n", isLittle, false)).text).toContain("Yerevan");
  }
  expect(decodeText(Uint8Array.from([67, 97, 102, 0xe9, 10]))).toMatchObject({ text: "Café\n", encoding: "windows-1252" });
});

test("a file of two encodings is read line by line, and says so", () => {
  const parts = [encoder.encode("Ереван,1\n"), encode1251("Москва,2\n"), encoder.encode("Баку,3\n")];
  const bytes = Uint8Array.from(parts.flatMap((part) => [...part]));
  expect(decodeText(bytes)).toEqual({ text: "Ереван,1\nМосква,2\nБаку,3\n", encoding: "utf-8", mixedLines: 1 });
});
