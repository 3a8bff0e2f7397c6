/**
 * Discs painted into an array of pixels: a hundred thousand of them within a frame, which neither elements nor
 * a canvas's own arcs can do. A disc has a ring in the colour of paper, so that it stands out from any fill.
 */

/** A disc in one colour: a square of pixels, red in the lowest byte, alpha in the highest. */
export interface Disc {
  side: number;
  pixels: Uint32Array;
}
export type Rgb = [number, number, number];

const clamp = (share: number) => Math.min(1, Math.max(0, share));
const pack = ([red, green, blue]: Rgb, alpha: number) => ((alpha << 24) | (blue << 16) | (green << 8) | red) >>> 0;

/**
 * @param radius in pixels, with the ring
 * @param ring its width
 */
export function buildDisc(radius: number, ring: number, fill: Rgb, paper: Rgb): Disc {
  const side = 2 * Math.ceil(radius) + 1;
  const middle = (side - 1) / 2;
  const pixels = new Uint32Array(side * side);
  for (let y = 0; y < side; y += 1) {
    for (let x = 0; x < side; x += 1) {
      const distance = Math.hypot(x - middle, y - middle);
      const whole = clamp(radius - distance + 0.5);
      const inner = clamp(radius - ring - distance + 0.5);
      const mixed = fill.map((part, at) => Math.round(part * inner + paper[at] * (1 - inner))) as Rgb;
      pixels[y * side + x] = whole > 0 ? pack(mixed, Math.round(whole * 255)) : 0;
    }
  }
  return { side, pixels };
}

/** Paint a disc about a point; what lies outside is left out. */
export function paintDisc(target: Uint32Array, width: number, height: number, { side, pixels }: Disc, x: number, y: number) {
  const reach = (side - 1) / 2;
  const [left, top] = [x - reach, y - reach];
  const [fromX, toX] = [Math.max(0, -left), Math.min(side, width - left)];
  const [fromY, toY] = [Math.max(0, -top), Math.min(side, height - top)];
  for (let row = fromY; row < toY; row += 1) {
    const from = row * side;
    const at = (top + row) * width + left;
    for (let column = fromX; column < toX; column += 1) {
      const pixel = pixels[from + column];
      const alpha = pixel >>> 24;
      if (alpha === 255) target[at + column] = pixel;
      else if (alpha) target[at + column] = blend(target[at + column], pixel, alpha);
    }
  }
}

/** A pixel over another, as of colours that are not multiplied by their alpha. */
export function blend(under: number, over: number, alpha: number) {
  const below = under >>> 24;
  if (!below) return over;
  const total = alpha + Math.round((below * (255 - alpha)) / 255);
  let mixed = 0;
  for (let shift = 0; shift < 24; shift += 8) {
    const [one, two] = [(over >>> shift) & 255, (under >>> shift) & 255];
    mixed |= Math.round((one * alpha + (two * below * (255 - alpha)) / 255) / total) << shift;
  }
  return ((total << 24) | mixed) >>> 0;
}

/** Steps in which radii are told apart, in pixels. */
const RADIUS_STEP = 0.5;
export const LEAST_RADIUS = 3;
export const GREATEST_RADIUS = 16;
const PLAIN_RADIUS = 4.5;
/** Points beyond which discs are half as wide: they would cover each other, and take their time. */
export const MANY_POINTS = 30_000;

/** A radius for each size: areas are as the sizes, from the greatest of them; a size that is not known has the least. */
export function chooseRadii(size: Float32Array): Uint8Array {
  let greatest = 0;
  for (const each of size) if (each > greatest) greatest = each;
  const widest = size.length > MANY_POINTS ? GREATEST_RADIUS / 2 : GREATEST_RADIUS;
  const plain = size.length > MANY_POINTS ? LEAST_RADIUS : PLAIN_RADIUS;
  return Uint8Array.from(size, (each) => {
    if (!greatest) return plain / RADIUS_STEP;
    const radius = each > 0 ? Math.max(LEAST_RADIUS, widest * Math.sqrt(each / greatest)) : LEAST_RADIUS;
    return Math.round(radius / RADIUS_STEP);
  });
}

/** The pixels of a step of radii. */
export const radiusOf = (step: number) => step * RADIUS_STEP;
