/** The parser in a worker, as its page calls it; where no worker can be had, in the page itself. */
import { createParser, type Parser } from "./parser.ts";
import { FileFault } from "./table.ts";

interface Call {
  id: number;
  name: keyof Parser;
  values: unknown[];
}
interface Answer {
  id: number;
  value?: unknown;
  /** rule and detail of a file that cannot be read; another error has no rule */
  fault?: { rule: string; detail: string };
}

/** Answer calls: this side is the worker. */
export function serveParser(scope: { onmessage: ((event: MessageEvent<Call>) => void) | null; postMessage: (answer: Answer) => void }) {
  const parser = createParser();
  scope.onmessage = ({ data: { id, name, values } }) => {
    const work = parser[name] as (...values: unknown[]) => Promise<unknown>;
    // A rejected call and one that throws at once are answered alike.
    void (async () => work(...values))().then(
      (value) => scope.postMessage({ id, value }),
      (error: unknown) => scope.postMessage({ id, fault: describeFault(error) }),
    );
  };
}

function describeFault(error: unknown) {
  if (error instanceof FileFault) return { rule: error.rule, detail: error.detail };
  return { rule: "unreadable", detail: error instanceof Error ? error.message : "" };
}

/** @param address of the script of this feature; null runs it in the page */
export function startParser(address: URL | null): { parser: Parser; stop: () => void } {
  let worker: Worker | null = null;
  try {
    worker = address && new Worker(address, { type: "module" });
  } catch {
    // A page without the right to a worker reads files itself.
  }
  if (!worker) return { parser: guardParser(createParser()), stop: () => {} };
  const running = worker;
  const waiting: Map<number, { resolve: (value: unknown) => void; reject: (error: Error) => void }> = new Map();
  let last = 0;
  running.addEventListener("message", ({ data: { id, value, fault } }: MessageEvent<Answer>) => {
    const call = waiting.get(id);
    waiting.delete(id);
    if (fault) call?.reject(new FileFault(fault.rule, fault.detail));
    else call?.resolve(value);
  });
  running.addEventListener("error", (event) => {
    event.preventDefault();
    for (const { reject } of waiting.values()) reject(new FileFault("unreadable", event.message));
    waiting.clear();
  });
  const call =
    (name: keyof Parser) =>
    (...values: unknown[]) =>
      new Promise((resolve, reject) => {
        last += 1;
        waiting.set(last, { resolve, reject });
        running.postMessage({ id: last, name, values } satisfies Call);
      });
  const names: (keyof Parser)[] = ["open", "readKml", "openFeatures", "pack", "locate", "writeLeft"];
  return { parser: Object.fromEntries(names.map((name) => [name, call(name)])) as unknown as Parser, stop: () => running.terminate() };
}

/** The same answers to faults as a worker gives. */
function guardParser(parser: Parser): Parser {
  const guarded = Object.entries(parser).map(([name, work]) => [
    name,
    async (...values: unknown[]) => {
      try {
        return await (work as (...values: unknown[]) => Promise<unknown>)(...values);
      } catch (error) {
        const { rule, detail } = describeFault(error);
        throw new FileFault(rule, detail);
      }
    },
  ]);
  return Object.fromEntries(guarded) as Parser;
}
