/**
 * Layers as text, on their way into a file: columns as numbers in base64, in the form that
 * `core/user_layers/layers.schema.json` says. The server reads the same.
 */
import { gettext as _ } from "../i18n/gettext.ts";
import { formatNumber } from "../i18n/number_format.ts";
import { chooseRadii } from "./point_raster.ts";
import { visitPeriod, type Period, type SpanMode } from "./time_selection.ts";
import { nameCategory } from "./row_text.ts";
import { ALWAYS, type PackedLayer } from "./packed_layer.ts";
import type { UserLayer } from "./layer_storage.ts";

const NUMBERS = { lon: Float32Array, lat: Float32Array, start: Int32Array, end: Int32Array } as const;
const CHUNK = 0x8000;
/** What the server takes: `core/user_layers/layer.py` and `layers.schema.json`. */
const MOST_SENT = 2_000_000;
const MOST_ROWS = 200_000;

export interface LayerFile {
  version: 1;
  layers: WrittenLayer[];
}
export interface WrittenLayer {
  name: string;
  opacity: number;
  span: SpanMode;
  categories: string[];
  categoryName: string;
  sizeName: string;
  count: number;
  lon: string;
  lat: string;
  start: string;
  end: string;
  category: string;
  radius: string;
  size?: string;
  row?: string;
  shape?: string;
  labels?: string[];
  shapes?: { isArea: boolean; rings: string[] }[];
}

type Column = Float32Array | Int32Array | Uint32Array | Uint8Array;

/** The bytes of a column, least first, in base64. */
export function encodeColumn(column: Column) {
  const bytes = new Uint8Array(column.buffer, column.byteOffset, column.byteLength);
  let text = "";
  for (let from = 0; from < bytes.length; from += CHUNK) text += String.fromCharCode(...bytes.subarray(from, from + CHUNK));
  return btoa(text);
}

export function decodeColumn<T extends Column>(text: string, Kind: new (buffer: ArrayBuffer) => T): T {
  return new Kind(Uint8Array.from(atob(text), (letter) => letter.charCodeAt(0)).buffer);
}

/**
 * A layer as it leaves the browser.
 * @param period the rows of it alone; null for all of them
 * @param isWhole with labels, sizes and row numbers, which a card shows; a picture needs none of them
 */
export function writeLayer(layer: UserLayer, period: Period | null, isWhole: boolean): WrittenLayer {
  const { settings, data } = layer;
  const places: number[] = [];
  if (period) visitPeriod(data, period, (at) => places.push(at));
  else for (let at = 0; at < data.count; at += 1) places.push(at);
  const radii = chooseRadii(data.size);
  const shapes: NonNullable<WrittenLayer["shapes"]> = [];
  const shape = Int32Array.from(places, (at) => {
    if (data.shape[at] < 0) return -1;
    const { isArea, rings } = data.shapes[data.shape[at]];
    return shapes.push({ isArea, rings: rings.map(encodeColumn) }) - 1;
  });
  const pick = <T extends Column>(Kind: { from: (places: number[], pick: (at: number) => number) => T }, column: ArrayLike<number>) =>
    encodeColumn(Kind.from(places, (at) => column[at]));
  return {
    name: settings.name.slice(0, 120),
    opacity: settings.opacity,
    span: settings.span,
    categories: data.categories.map((value, place) => (value || data.categories.length > 1 ? nameCategory(layer, place) : "")),
    categoryName: settings.categoryName.slice(0, 300),
    sizeName: settings.sizeName.slice(0, 300),
    count: places.length,
    lon: pick(Float32Array, data.lon),
    lat: pick(Float32Array, data.lat),
    start: pick(Int32Array, data.start),
    end: pick(Int32Array, data.end),
    category: pick(Uint8Array, data.category),
    radius: pick(Uint8Array, radii),
    ...(shapes.length ? { shape: encodeColumn(shape), shapes } : {}),
    ...(isWhole
      ? { size: pick(Float32Array, data.size), row: pick(Uint32Array, data.row), labels: places.map((at) => data.labels[at]) }
      : {}),
  };
}

/** A layer that came with a file, to be shown as it was. */
export function readLayer(written: WrittenLayer, order: number): UserLayer {
  const { name, opacity, span, categoryName, sizeName, categories, count, labels, shapes = [] } = written;
  const numbers = Object.fromEntries(
    Object.entries(NUMBERS).map(([column, Kind]) => [column, decodeColumn<Column>(written[column as keyof typeof NUMBERS], Kind)]),
  ) as unknown as Pick<PackedLayer, keyof typeof NUMBERS>;
  const isWhole =
    count <= MOST_ROWS && [...Object.values(numbers), decodeColumn(written.category, Uint8Array)].every(({ length }) => length === count);
  if (!isWhole) throw new Error(`${name}: not ${count} rows`);
  const rows = Uint32Array.from({ length: count }, (_none, at) => at + 1);
  let longest = 0;
  numbers.start.forEach((start, at) => {
    if (start !== ALWAYS) longest = Math.max(longest, numbers.end[at] - start + 1);
  });
  return {
    settings: { id: `${order}`, name, file: name, layout: "", sizeName, categoryName, isVisible: true, opacity, span, order, version: 1 },
    data: {
      count,
      ...numbers,
      size: written.size === undefined ? new Float32Array(count).fill(NaN) : decodeColumn(written.size, Float32Array),
      category: decodeColumn(written.category, Uint8Array),
      row: written.row === undefined ? rows : decodeColumn(written.row, Uint32Array),
      shape: written.shape === undefined ? new Int32Array(count).fill(-1) : decodeColumn(written.shape, Int32Array),
      shapes: shapes.map(({ isArea, rings }) => ({ isArea, rings: rings.map((ring) => decodeColumn(ring, Float32Array)) })),
      labels: labels ?? Array.from({ length: count }, () => ""),
      categories,
      country: new Int16Array(count).fill(-1),
      zone: new Int16Array(count).fill(-1),
      longest,
      hasDates: numbers.start.some((start) => start !== ALWAYS),
    },
  };
}

/** Bytes that packed layers may become; as `core/user_layers/reading.py`. */
const MOST_PLAIN = 24_000_000;

/** Packed layers in base64, as a briefing has them. */
export async function openPacked(packed: string): Promise<LayerFile> {
  const bytes = decodeColumn(packed, Uint8Array);
  const reader = new Blob([bytes]).stream().pipeThrough(new DecompressionStream("gzip")).getReader();
  const parts: Uint8Array<ArrayBuffer>[] = [];
  let size = 0;
  for (;;) {
    const { done, value } = await reader.read();
    if (done) break;
    size += value.length;
    if (size > MOST_PLAIN) {
      await reader.cancel();
      throw new Error("too large");
    }
    parts.push(value);
  }
  return JSON.parse(await new Blob(parts).text()) as LayerFile;
}

/** Layers packed to be sent; an Error that can be shown where they are too large for that. */
export async function packLayers(layers: WrittenLayer[]): Promise<Blob> {
  const file: LayerFile = { version: 1, layers };
  const packed = new Blob([JSON.stringify(file)]).stream().pipeThrough(new CompressionStream("gzip"));
  const blob = await new Response(packed).blob();
  if (blob.size > MOST_SENT || layers.some(({ count }) => count > MOST_ROWS)) {
    throw new Error(
      _("Your layers are too large to be sent: at most {rows} rows and {size} MB, packed. Hide some, or show a shorter period.", {
        rows: formatNumber(MOST_ROWS),
        size: formatNumber(MOST_SENT / 1e6),
      }),
    );
  }
  return blob;
}
