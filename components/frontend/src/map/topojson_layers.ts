/** Turning TopoJSON into Leaflet layers. */
import { feature as toFeature } from "topojson-client";
import type { Feature, Geometry, Position } from "geojson";
import type { GeometryCollection, Topology } from "topojson-specification";

/** What a shape says of itself, as far as its layer has it; a rank is the zoom from which it is drawn. */
export interface ShapeProperties {
  id: string;
  rank: number;
}

export type Shape = Feature<Geometry, ShapeProperties>;

/** What keeps the style it was last drawn with. */
interface Styled {
  atlasStyle?: L.PathOptions;
  setStyle: (style: L.PathOptions) => unknown;
}

/** A Leaflet path that keeps the style it was last drawn with. */
export type StyledPath = L.Polyline & Styled;

/** A layer of a topology as features. */
export const toFeatures = (topology: Topology, object: string): Shape[] =>
  toFeature(topology, topology.objects[object] as GeometryCollection<ShapeProperties>).features;

/** One Leaflet path a feature, by id, all drawn by one SVG renderer of the pane. */
export function addPaths(map: L.Map, features: Shape[], pane: string, style: L.PathOptions): Map<string, StyledPath> {
  const renderer = L.svg({ pane, padding: 0.5 });
  const paths = new Map<string, StyledPath>();
  for (const feature of features) {
    // Leaflet hands all its options on to the paths; its types know those of the group alone.
    const options: L.GeoJSONOptions & L.PolylineOptions = { pane, renderer, style, smoothFactor: 0.8 };
    const layer = L.geoJSON(feature, options);
    layer.addTo(map);
    const path = layer.getLayers()[0] as StyledPath | undefined;
    if (path) paths.set(feature.properties?.id ?? String(paths.size), path);
  }
  return paths;
}

/** Rings of a polygon or multipolygon, of [longitude, latitude]. */
export function toRings({ geometry }: Shape): Position[][] {
  if (geometry.type === "Polygon") return geometry.coordinates;
  return geometry.type === "MultiPolygon" ? geometry.coordinates.flat() : [];
}

/** Set a style only where it differs from what is drawn. */
export function restyle(path: Styled, style: L.PathOptions) {
  const last = path.atlasStyle;
  if (last) {
    let same = true;
    for (const key in style) {
      if (last[key as keyof L.PathOptions] !== style[key as keyof L.PathOptions]) same = false;
    }
    if (same) return false;
  }
  path.atlasStyle = style;
  path.setStyle(style);
  return true;
}
