/** The bytes of a text in base64; `fetch` of a `data:` address would need a looser policy. */
export const decodeBase64 = (text: string) => Uint8Array.from(atob(text), (letter) => letter.charCodeAt(0));
