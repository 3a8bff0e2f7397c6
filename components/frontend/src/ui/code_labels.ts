/** The words for the record's codes, in the language spoken when they are asked for. */
import { gettext as _ } from "../i18n/gettext.ts";

export const WORDS: Record<string, Record<string, string>> = {
  get status() {
    return {
      "CST signatory": _("signed the Treaty, not yet in force"),
      "CST in_force": _("party to the Treaty (CST)"),
      "CST withdrawn": _("outside the Treaty"),
      "CSTO signatory": _("signed the Charter of the CSTO, not yet in force"),
      "CSTO member": _("member of the CSTO"),
      "CSTO suspended": _("suspended its CSTO membership"),
      "CSTO frozen": _("froze its part in the CSTO, by its own word"),
      "CSTO withdrawn": _("outside the CSTO"),
      "CSTO-PA assembly_observer": _("observer in the CSTO Parliamentary Assembly"),
    };
  },
  get kind() {
    return {
      conflict: _("conflict"),
      crisis: _("crisis"),
      summit: _("summit"),
      deployment: _("deployment"),
      declaration: _("declaration"),
      drill: _("drill"),
      treaty: _("treaty or charter act"),
      un_vote: _("UN vote"),
      membership: _("membership change"),
      gesture: _("gesture"),
      arms: _("arms"),
    };
  },
  get invocation() {
    return { consultation: _("consultation"), article_2: _("Article 2"), article_4: _("Article 4"), troops: _("troops") };
  },
  get response() {
    return { met: _("met"), partly: _("partly met"), unmet: _("unmet") };
  },
  get speaker() {
    return {
      government: _("government"),
      official: _("official"),
      lawmaker: _("lawmaker, for himself"),
      organisation: _("organisation"),
      analyst: _("analyst"),
      author: _("the author"),
      public: _("public opinion"),
    };
  },
  get zone() {
    return {
      autonomy: _("autonomy"),
      held: _("held de facto"),
      peacekept: _("under peacekeepers"),
      fighting: _("fighting"),
      disputed: _("disputed or not delimited"),
      settled: _("settled"),
    };
  },
  get precision() {
    return { surveyed: _("surveyed"), approximate: _("approximate"), schematic: _("schematic") };
  },
};

/** What one change of membership was. */
export function sayChange({ bloc, before, after }: { bloc: string; before: string | null; after: string | null }) {
  if (after) return WORDS.status[`${bloc} ${after}`];
  return _("no longer {status}", { status: WORDS.status[`${bloc} ${before}`] });
}
