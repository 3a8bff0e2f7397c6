/** What windows of the atlas hold beside the browser's own. */
import type { MapHandle } from "./core/map_handle.ts";
import type { choose, ComingWords, watchNavigation, hearDay, lastDay } from "./shell/boot.ts";
import type { speak } from "./i18n/gettext.ts";
import type { mountUserLayers } from "./user_layers/index.ts";
import type { Stage } from "./static_site/map_page.ts";

/** Values that `components/server/shell.py` puts into the inline scripts. */
interface ShellValues {
  light: object;
  dark: object;
  languages: string[];
  /** parameters that go from page to page */
  carried: string[];
  titles: Record<string, string>;
  types: Record<string, string>;
  /** by language what a choice of colours is called: auto, light, dark */
  schemes: Record<string, Record<string, string>>;
  skips: Record<string, string>;
  searches: Record<string, string>;
  lost: Record<string, ComingWords>;
}

declare global {
  interface Window {
    /** the app's root, absolute, a slash at its end */
    atlasRoot?: string;
    atlasBegin?: { choose: typeof choose; watchNavigation: typeof watchNavigation; hearDay: typeof hearDay; lastDay: typeof lastDay };
    /** the query last written, and the address at which it counts though that was refused */
    atlasQuery?: [place: string, query: string];
    /** the map of a frame, once it is drawn */
    atlas?: MapHandle;
    /** the address of the map's script, where it is one of its own */
    atlasModule?: URL;
    /** the script of the reader's own layers, where a page has it in itself */
    atlasUserLayers?: { speak: typeof speak; mountUserLayers: typeof mountUserLayers };
    /** a promise of the map was refused */
    atlasLost?: boolean;
    atlasSite?: {
      documents: Record<string, string>;
      scripts?: Record<string, string>;
      pages: Record<string, string[]>;
      words?: { scheme: string; type: string };
      /** path and name of each page that the header links */
      header?: [string, string][];
      /** what citations name where the site does not know its address */
      place?: string;
      /** the file of the site's icon, among its assets */
      icon?: string;
    };
    /** a page without a server, as its map asks of it */
    atlasPage?: { stage: Stage };
    prerenderReady?: boolean;
    __streamlit?: { BACKEND_BASE_URL?: string; HOST_CONFIG: object; LIGHT_THEME: object; DARK_THEME: object };
    Streamlit?: { setComponentReady: () => void };
  }
  const SHELL_VALUES: ShellValues;
  const PRELOAD_VALUES: { code: string[]; others: string[] };
}
