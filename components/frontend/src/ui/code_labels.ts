/** The words for the record's codes, in the language spoken when they are asked for. */
import { gettext as _ } from "../i18n/gettext.ts";

export const WORDS: Record<string, Record<string, string>> = {
  get kind() {
    return {
      conflict: _("conflict"),
      crisis: _("crisis"),
      summit: _("summit"),
      deployment: _("deployment"),
      declaration: _("declaration"),
      drill: _("exercise"),
      treaty: _("treaty or charter act"),
      un_vote: _("UN vote"),
      membership: _("membership change"),
      gesture: _("symbolic act"),
      arms: _("arms transfer"),
    };
  },
  get invocation() {
    return { consultation: _("consultation"), article_2: _("Article 2"), article_4: _("Article 4"), troops: _("troops") };
  },
  get response() {
    return { met: _("granted"), partly: _("partial"), unmet: _("not granted") };
  },
  get applied() {
    return { yes: _("applied"), no: _("did not apply"), disputed: _("whether it applied is disputed") };
  },
  get invoked() {
    return { formally: _("formally invoked"), informally: _("informally invoked"), not: _("not invoked") };
  },
  get honoured() {
    return { honoured: _("honoured"), partly: _("partly honoured"), not_honoured: _("not honoured") };
  },
  get speaker() {
    return {
      government: _("government"),
      official: _("official"),
      lawmaker: _("lawmaker, in a personal capacity"),
      organisation: _("organisation"),
      analyst: _("analyst"),
      author: _("the article's author"),
      public: _("public opinion"),
    };
  },
  get standing() {
    return { final: _("final count"), latest: _("latest count found"), superseded: _("superseded count"), partial: _("partial count") };
  },
  get zone() {
    return {
      autonomy: _("autonomy"),
      held: _("de facto control"),
      peacekept: _("under peacekeepers"),
      fighting: _("active fighting"),
      disputed: _("disputed / not demarcated"),
      settled: _("settled"),
    };
  },
  get precision() {
    return { surveyed: _("surveyed"), approximate: _("approximate"), schematic: _("schematic") };
  },
};
