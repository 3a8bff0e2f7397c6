// @vitest-environment happy-dom
import { describe, expect, it } from "vitest";
import { makePagePalette } from "../testing/atlas.ts";
import { describeAnswers, readMarks, renderAnswers } from "./matrix_answers.ts";
import type { Layer, Matrix } from "./content.ts";

const page = makePagePalette();
const palette = { ...page, stance: { ...page.stance, MAT: page.stance.NEU, DIP: page.stance.NEU, TEP: page.stance.NEU } };
const LAYER: Layer = {
  event: "war",
  toward: "ARM",
  title: "War",
  kind: "un_vote",
  to: "Armenia",
  date_start: "2016-04-02",
  date_end: null,
  cells: [],
  answers: ["|||", "DIP|SIL|MAT~|", "NEU*TEP|||", "|||TEP"],
};
const MATRIX = {
  by: "date",
  size: "answers",
  mode: null,
  chosen: null,
  year: null,
  seats: ["ARM", "RUS", "BLR", "KAZ"].map((id) => ({ id, name: id })),
  groups: [{ heading: "2016", layers: [LAYER] }],
  ordinals: { MAT: 3, DIP: 2, TEP: 1, NEU: 0, LEAN: -1, SIL: null },
  labels: { MAT: "military support", DIP: "diplomatic support", TEP: "verbal support", NEU: "neutral", SIL: "no reaction", ND: "no data" },
  palette,
} as unknown as Matrix;

describe("words, votes and deeds of a cell", () => {
  it("are marks of three forms, with their places on the scale", () => {
    const [own, cell] = [...renderAnswers(MATRIX).querySelectorAll("a[data-cell]")];
    expect(own.textContent).toBe("●");
    expect([...cell.children].map((mark) => [mark.className.split(" ")[2], mark.textContent])).toEqual([
      ["words", "+2"],
      ["votes", ""],
      ["deeds", "+3"],
    ]);
  });
  it("say in words what they show; a vote not cast is no silence", () => {
    expect(describeAnswers(MATRIX, LAYER, 1)).toBe(
      "RUS toward Armenia: said: diplomatic support; voted: not voting; did: military support (weak evidence)",
    );
    expect(describeAnswers(MATRIX, LAYER, 2)).toContain("said: neutral, sources disagree (verbal support)");
    expect(describeAnswers(MATRIX, LAYER, 3)).toBe("KAZ toward Armenia: reported or present only: verbal support");
    const uncast = renderAnswers(MATRIX).querySelector(".votes");
    expect(uncast?.classList.contains("uncast")).toBe(true);
  });
  it("are those of one kind of answer where one is chosen", () => {
    expect(readMarks(LAYER.answers[1], "deeds").map(({ kind, weak }) => [kind, weak])).toEqual([["deeds", true]]);
    expect(describeAnswers({ ...MATRIX, mode: "deeds" }, LAYER, 2)).toBe("BLR toward Armenia: no data");
  });
});
