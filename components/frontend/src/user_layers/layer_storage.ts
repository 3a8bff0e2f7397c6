/** The reader's layers, kept in this browser (IndexedDB) and nowhere else. */
import type { PackedLayer } from "./packed_layer.ts";
import type { SpanMode } from "./time_selection.ts";

export interface LayerSettings {
  id: string;
  name: string;
  /** the name of the file it came from */
  file: string;
  /** the layout of its columns */
  layout: string;
  /** names of the columns of size and category; empty for none */
  sizeName: string;
  categoryName: string;
  isVisible: boolean;
  /** 0 to 1 */
  opacity: number;
  span: SpanMode;
  /** the greater the nearer to the reader */
  order: number;
  /** version of this form */
  version: 1;
}
export interface UserLayer {
  settings: LayerSettings;
  data: PackedLayer;
}

const NAME = "atlas-user-layers";
/** Says without opening the database that there is something in it. */
export const FLAG = "atlas-user-layers";
const STORES = ["settings", "data"] as const;

function openDatabase(): Promise<IDBDatabase> {
  return new Promise((resolve, reject) => {
    const request = indexedDB.open(NAME, 1);
    request.onupgradeneeded = () => STORES.forEach((store) => request.result.createObjectStore(store));
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(request.error ?? new Error(NAME));
    request.onblocked = () => reject(new Error(NAME));
  });
}

async function transact(mode: IDBTransactionMode, act: (store: (name: (typeof STORES)[number]) => IDBObjectStore) => void) {
  const database = await openDatabase();
  try {
    await new Promise<void>((resolve, reject) => {
      const transaction = database.transaction(STORES, mode);
      transaction.oncomplete = () => resolve();
      transaction.onabort = transaction.onerror = () => reject(transaction.error ?? new Error(NAME));
      act((name) => transaction.objectStore(name));
    });
  } finally {
    database.close();
  }
}

/** Every layer that was kept, in their order; none where the browser keeps nothing. */
export async function readLayers(): Promise<UserLayer[]> {
  const settings: LayerSettings[] = [];
  const data: Map<IDBValidKey, PackedLayer> = new Map();
  try {
    await transact("readonly", (store) => {
      for (const name of STORES) {
        store(name).openCursor().onsuccess = ({ target }) => {
          const cursor = (target as IDBRequest<IDBCursorWithValue | null>).result;
          if (!cursor) return;
          if (name === "settings") settings.push(cursor.value as LayerSettings);
          else data.set(cursor.key, cursor.value as PackedLayer);
          cursor.continue();
        };
      }
    });
  } catch {
    return [];
  }
  return settings
    .flatMap((each) => {
      const found = data.get(each.id);
      return found && each.version === 1 ? [{ settings: each, data: found }] : [];
    })
    .sort((one, two) => one.settings.order - two.settings.order);
}

/** Keep a layer, or with no data its settings alone; false when the browser refuses to. */
export async function keepLayer(settings: LayerSettings, data: PackedLayer | null) {
  try {
    await transact("readwrite", (store) => {
      store("settings").put(settings, settings.id);
      if (data) store("data").put(data, settings.id);
    });
    localStorage.setItem(FLAG, "1");
    return true;
  } catch {
    return false;
  }
}

/** Forget layers; with the last of them nothing is left of any. */
export async function forgetLayers(ids: string[], isLast: boolean) {
  try {
    await transact("readwrite", (store) => {
      for (const name of STORES) for (const id of ids) store(name).delete(id);
    });
    if (isLast) {
      indexedDB.deleteDatabase(NAME);
      localStorage.removeItem(FLAG);
    }
    return true;
  } catch {
    return false;
  }
}
