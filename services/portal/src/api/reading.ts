import { createStore, type Store } from "../session/store.ts";
import { send } from "./call.ts";
import { type ApiProblem, asProblem, problemOf } from "./problem.ts";
import { addressOf } from "./request.ts";

/** What is known of an address of the API. */
export type Reading = {
  readonly value?: unknown;
  readonly problem?: ApiProblem | undefined;
  readonly etag?: string | undefined;
  readonly isLoading: boolean;
  /** How often somebody else made it differ from what was known before; 0 after the first time. */
  readonly changes: number;
};

type Parts = { readonly params?: object; readonly query?: object; readonly body?: unknown };
export type Source = {
  readonly store: Store<Reading>;
  /**
   * Asks again; one request at a time, and a change made meanwhile is asked for after it. What differs then is what
   * the person did or asked to see.
   */
  readonly refresh: () => Promise<void>;
  /** The same without being asked to: what differs then was changed elsewhere. */
  readonly look: () => Promise<void>;
  /** Takes what a command answered as what is known. */
  readonly put: (value: unknown) => void;
};

const blank: Reading = { isLoading: true, changes: 0 };
const sources = new Map<string, Source>();
/** Addresses kept in memory; the oldest is forgotten, a page that shows it keeps its own hold on it. */
const most = 200;

const versionTag = (value: unknown): string | undefined => {
  const version = (value as { readonly version?: unknown } | undefined)?.version;
  return typeof version === "number" ? `"${version}"` : undefined;
};

const read = async (route: string, parts: Parts, before: Reading, isOwn: () => boolean): Promise<Reading> => {
  const response = await send(route, { ...parts, ...(before.etag ? { etag: before.etag } : {}) } as never);
  if (response.status === 304) return { ...before, isLoading: false, problem: undefined };
  if (!response.ok) throw await problemOf(response);
  const value: unknown = await response.json();
  const isNew = before.value !== undefined && JSON.stringify(value) !== JSON.stringify(before.value);
  return {
    value: isNew || before.value === undefined ? value : before.value,
    etag: response.headers.get("etag") ?? undefined,
    isLoading: false,
    changes: before.changes + (isNew && !isOwn() ? 1 : 0),
  };
};

const createSource = (route: string, parts: Parts): Source => {
  const store = createStore(blank);
  let underWay: Promise<void> | undefined;
  let isWanted = false;
  // Also a look that was under way when the person did something may answer with just that.
  let isOwn = false;
  const ask = async (): Promise<void> => {
    do {
      isWanted = false;
      const before = store.get();
      try {
        const after = await read(route, parts, before, () => isOwn);
        // A command's answer that came meanwhile is newer than what was asked before it.
        if (store.get() === before && after !== before) store.set(after);
      } catch (error) {
        store.set({ ...store.get(), isLoading: false, problem: asProblem(error) });
      }
    } while (isWanted);
  };
  const look = (): Promise<void> => {
    isWanted = true;
    underWay ??= ask().finally(() => {
      underWay = undefined;
      isOwn = false;
    });
    return underWay;
  };
  return {
    store,
    look,
    refresh: () => {
      isOwn = true;
      return look();
    },
    put: (value) =>
      store.set({ ...store.get(), value, etag: versionTag(value), isLoading: false, problem: undefined }),
  };
};

/** The one source of an address: everybody who shows it shares what is known, and the requests. */
export const sourceOf = (route: string, parts: Parts): Source => {
  const name = `${addressOf(route, parts as never)} ${parts.body === undefined ? "" : JSON.stringify(parts.body)}`;
  const known = sources.get(name) ?? createSource(route, parts);
  sources.delete(name);
  sources.set(name, known);
  const [oldest] = sources.keys();
  if (sources.size > most && oldest !== undefined) sources.delete(oldest);
  return known;
};
