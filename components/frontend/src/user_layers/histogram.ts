/** How many rows begin when: bars on the slider's track, under its events. */
import { binStarts } from "./time_selection.ts";
import type { PackedLayer } from "./packed_layer.ts";

const BAR = 4;
const GAP = 1;

export function createHistogram(track: HTMLElement, readAxis: () => { from: number; to: number }) {
  const canvas = document.createElement("canvas");
  canvas.className = "user-histogram";
  canvas.setAttribute("aria-hidden", "true");
  let layers: PackedLayer[] = [];

  function draw() {
    const [width, height] = [track.clientWidth, canvas.clientHeight];
    const context = canvas.getContext("2d");
    if (!context || !width || !height) return;
    const scale = Math.min(2, window.devicePixelRatio || 1);
    canvas.width = Math.round(width * scale);
    canvas.height = Math.round(height * scale);
    const { from, to } = readAxis();
    const bins = Math.max(1, Math.floor(width / BAR));
    const total = new Float64Array(bins);
    for (const layer of layers) binStarts(layer, from, to, bins).forEach((count, bin) => (total[bin] += count));
    const greatest = total.reduce((most, each) => Math.max(most, each), 0);
    if (!greatest) return;
    context.scale(scale, scale);
    context.fillStyle = getComputedStyle(track).color;
    total.forEach((count, bin) => {
      const bar = count ? Math.max(1.5, (height * count) / greatest) : 0;
      context.fillRect((bin * width) / bins, height - bar, width / bins - GAP, bar);
    });
  }
  track.addEventListener("axis", draw);
  return {
    draw,
    show(shown: PackedLayer[]) {
      layers = shown.filter(({ hasDates }) => hasDates);
      if (layers.length && !canvas.isConnected) track.prepend(canvas);
      if (!layers.length) canvas.remove();
      draw();
    },
  };
}
