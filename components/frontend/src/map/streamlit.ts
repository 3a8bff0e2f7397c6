/** What the map uses of streamlit-folium's frame; a page without a server stands in for it. */

/** The view as the server is told it. */
export interface SettledView {
  year: number;
  date: string | null;
  event: string | null;
  toward: string | null;
  panel: string | null;
  mode: string | null;
}

export interface StreamlitFrame {
  events: EventTarget;
  RENDER_EVENT: string;
  setComponentValue: (value: { view: SettledView; today: string }) => void;
}
