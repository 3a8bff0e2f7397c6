/** What `components/mount.py` hands to the module that a page mounts. */

export interface Component<Data> {
  /** null before the server has sent any */
  data: Data | null;
  parentElement: HTMLElement | ShadowRoot;
  /** Tell the server of a choice; the page runs again. */
  setTriggerValue: (name: string, value: unknown) => void;
}

/** A part that tells the server nothing. */
export type View<Data> = Omit<Component<Data>, "setTriggerValue">;

/** What the server makes files of; missing where there is no server. */
export interface Offer {
  /** the address of the dialog's style sheet */
  style: string;
  /** the folder of the exports */
  exports: string;
  /** of the record, for links that are cited */
  version: string;
}
