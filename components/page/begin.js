// @ts-check
/** What a page does before it is painted, and once it is read: the size of its type, and the way past its head. */
import { followPrinting } from "./printing.js";
import { followSkip } from "./skip.js";
import { applyTypeSize, followTypeSize } from "./type_size.js";

applyTypeSize();
followPrinting();
document.addEventListener("DOMContentLoaded", () => {
  followTypeSize(document.querySelector(".atlas-type"));
  followSkip(document.querySelector(".atlas-skip"));
});
