/** What a page of the site says of itself, in its element `atlas-page`. */

export interface Settings {
  kind: string;
  /** the way to the site's root, a slash at its end; a file has none */
  root: string;
  path: string;
  /** one file that holds everything */
  alone?: boolean;
  /** the query of the view that a file was saved of */
  search?: string;
  /** the address of the live atlas, without a slash at its end */
  live: string;
  /** a visitor's own story */
  reader?: boolean;
  event: string;
  toward: string;
  member?: string;
  /** what citations name where the site does not know its address */
  place: string;
}
