// @ts-check
/** What a page does before it is painted, and once it is read: the size of its type, and the way past its head. */
import { followArrival } from "./arrival.js";
import { followMaps } from "./maps.js";
import { refuseForeignMessages } from "./messages.js";
import { followPrinting } from "./printing.js";
import { followSkip } from "./skip.js";
import { applyTypeSize, followTypeSize } from "./type_size.js";

/** Watch over what has still to come. @param {import("./arrival.js").Words} words said where it does not come */
export function followComing(words) {
  followArrival(words);
  followMaps(words);
}

refuseForeignMessages();
applyTypeSize();
followPrinting();
document.addEventListener("DOMContentLoaded", () => {
  followTypeSize(document.querySelector(".atlas-type"));
  followSkip(document.querySelector(".atlas-skip"));
});
