/** A layer as arrays of numbers, sorted by first day: what is drawn, counted and kept. */

/** First day of a row without a date, which is always shown. */
export const ALWAYS = -(2 ** 31);
export const FOREVER = 2 ** 31 - 1;
/** Categories that have a colour of their own; the last of eight is all the others. */
export const MOST_CATEGORIES = 8;

export interface Shape {
  isArea: boolean;
  /** longitude and latitude in turn */
  rings: Float32Array[];
}

export interface PackedLayer {
  count: number;
  lat: Float32Array;
  lon: Float32Array;
  /** numbers of days, as `core/iso_day.ts` counts them */
  start: Int32Array;
  end: Int32Array;
  /** NaN where it is not known */
  size: Float32Array;
  /** place in `categories` */
  category: Uint8Array;
  /** row of the file */
  row: Uint32Array;
  /** place in `shapes`; -1 for a point */
  shape: Int32Array;
  shapes: Shape[];
  labels: string[];
  /** values as they are in the file; the last of `MOST_CATEGORIES` is empty and stands for all others */
  categories: string[];
  /** places among the countries and zones; -1 for none */
  country: Int16Array;
  zone: Int16Array;
  /** days of the longest row but one without an end */
  longest: number;
  hasDates: boolean;
}
