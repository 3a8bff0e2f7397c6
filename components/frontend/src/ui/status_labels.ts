/** The words for statuses of membership, in the language spoken when they are asked for. */
import { gettext as _ } from "../i18n/gettext.ts";

/** @param status bloc and status: `CSTO member` */
export function nameStatus(status: string) {
  const words: Record<string, string> = {
    "CST signatory": _("signatory of the Treaty (not yet in force)"),
    "CST in_force": _("party to the Treaty (CST)"),
    "CST withdrawn": _("not in the Treaty"),
    "CSTO signatory": _("signatory of the CSTO Charter (not yet in force)"),
    "CSTO member": _("member of the CSTO"),
    "CSTO suspended": _("CSTO membership suspended"),
    "CSTO frozen": _("says it froze participation in the CSTO"),
    "CSTO withdrawn": _("not in the CSTO"),
    "CSTO-PA assembly_observer": _("observer in the CSTO Parliamentary Assembly"),
  };
  return words[status] ?? status;
}

/** What one change of membership was. */
export function describeChange({ bloc, before, after }: { bloc: string; before: string | null; after: string | null }) {
  return after ? nameStatus(`${bloc} ${after}`) : _("no longer {status}", { status: nameStatus(`${bloc} ${before}`) });
}
