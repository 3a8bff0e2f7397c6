// @ts-check
/** The words for the record's codes. */

/** @type {Record<string, Record<string, string>>} */
export const WORDS = {
  status: {
    "CST signatory": "signed the Treaty, not yet in force",
    "CST in_force": "party to the Treaty (CST)",
    "CST withdrawn": "outside the Treaty",
    "CSTO signatory": "signed the Charter of the CSTO, not yet in force",
    "CSTO member": "member of the CSTO",
    "CSTO suspended": "suspended its CSTO membership",
    "CSTO frozen": "froze its part in the CSTO, by its own word",
    "CSTO withdrawn": "outside the CSTO",
    "CSTO-PA assembly_observer": "observer in the CSTO Parliamentary Assembly",
  },
  kind: {
    conflict: "conflict", crisis: "crisis", summit: "summit", deployment: "deployment", declaration: "declaration",
    drill: "drill", treaty: "treaty or charter act", un_vote: "UN vote", membership: "membership change",
    gesture: "gesture", arms: "arms",
  },
  invocation: { consultation: "consultation", article_2: "Article 2", article_4: "Article 4", troops: "troops" },
  response: { met: "met", partly: "partly met", unmet: "unmet" },
  speaker: {
    government: "government", official: "official", lawmaker: "lawmaker, for himself", organisation: "organisation",
    analyst: "analyst", author: "the author", public: "public opinion",
  },
  zone: {
    autonomy: "autonomy", held: "held de facto", peacekept: "under peacekeepers",
    fighting: "fighting", disputed: "disputed or not delimited", settled: "settled",
  },
};
