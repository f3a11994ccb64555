import { randomUUID } from "node:crypto";
import type { Cells } from "../../../shared/dynamo/cells.ts";
import { mergeSegments } from "../../../shared/search/merge-segments.ts";
import type { IndexStore } from "./index-store.ts";
import type { StoredSegment } from "./manifest.ts";
import type { Source } from "./searchable.ts";

/** A rebuild that was asked for: since when, how far it came by source, and what it wrote so far, the newest first. */
type Rebuild = {
  readonly since: string;
  readonly reached: Readonly<Record<string, string>>;
  readonly done: readonly string[];
  readonly segments: readonly StoredSegment[];
};

export const rebuildCell = "search-rebuild";
const mostAtOnce = 500;
const mostSegments = 8;

/**
 * Asks for a new index from the sources alone; the present one answers until it is there. One that is under way is
 * as good: what changed since it began is read over it like all that is new.
 */
export const askForRebuild = async (cells: Cells, now: Date): Promise<void> => {
  const { edition, value: present } = await cells.load<Rebuild | null>(rebuildCell);
  if (present) return;
  await cells.replace<Rebuild | null>(rebuildCell, edition, begun(now));
};

/** The parts of a rebuild that is under way. */
export const partsOfRebuild = async (cells: Cells): Promise<readonly StoredSegment[]> =>
  (await cells.load<Rebuild | null>(rebuildCell)).value?.segments ?? [];

/** Ids of the next documents of a source, and where to go on; no `next` after the last. */
const someOf = async (source: Source, from: string) => {
  const ids: string[] = [];
  let next = from;
  for await (const page of source.changes(from)) {
    ids.push(...page.filter(({ isFound }) => isFound).map(({ id }) => id));
    next = page.at(-1)?.order ?? next;
    if (ids.length >= mostAtOnce) return { ids, next };
  }
  return { ids, next: undefined };
};

/** The same in one segment, once they are many; undefined where a part is missing. */
const fewer = async (store: IndexStore, stored: readonly StoredSegment[]) => {
  if (stored.length <= mostSegments) return stored;
  const segments = await store.segmentsOf(stored);
  const there = segments.filter((segment) => segment !== undefined);
  if (there.length < stored.length) return undefined;
  const one = await store.write(randomUUID(), mergeSegments(there));
  await store.discard(stored);
  return [one];
};

const begun = (now: Date): Rebuild => ({ since: now.toISOString(), reached: {}, done: [], segments: [] });

/** What a rebuild has after some more documents; one that lost a part begins anew. */
const step = async (store: IndexStore, source: Source, state: Rebuild, now: Date): Promise<Rebuild> => {
  const from = state.reached[source.name] ?? "";
  const { ids, next } = await someOf(source, from);
  const documents = [...(await source.documents(ids)).values()];
  const added = documents.length > 0 ? [await store.write(randomUUID(), store.build(documents))] : [];
  const segments = await fewer(store, [...added, ...state.segments]);
  if (segments === undefined) return begun(now);
  return {
    ...state,
    reached: next === undefined ? state.reached : { ...state.reached, [source.name]: next },
    done: next === undefined ? [...state.done, source.name] : state.done,
    segments,
  };
};

/** The new one takes the old one's place, whatever was added to that meanwhile: it is read from the sources again. */
const swap = async (
  store: IndexStore,
  { segments, since }: Rebuild,
  sources: readonly Source[],
  now: Date,
) => {
  const { edition, manifest } = await store.load();
  // A run that ended behind this and before it said so: its parts may have been merged away since.
  if (manifest.rebuilt === since) return true;
  const at = now.toISOString();
  const garbage = [...manifest.garbage, ...manifest.segments.map((blob) => ({ ...blob, since: at }))];
  const reached = Object.fromEntries(sources.map(({ name }) => [name, since]));
  return store.replace(edition, { segments, reached, garbage, writtenAt: at, rebuilt: since });
};

/** Goes on with a rebuild, if there is one, until the deadline (`performance.now()` scale). */
export const goOnRebuilding = async (
  store: IndexStore,
  cells: Cells,
  sources: readonly Source[],
  now: Date,
  deadline: number,
): Promise<void> => {
  for (;;) {
    const { edition, value: state } = await cells.load<Rebuild | null>(rebuildCell);
    if (!state || performance.now() > deadline) return;
    const source = sources.find(({ name, isEcho }) => !isEcho && !state.done.includes(name));
    if (source === undefined) {
      if (await swap(store, state, sources, now))
        await cells.replace<Rebuild | null>(rebuildCell, edition, null);
      return;
    }
    const after = await step(store, source, state, now);
    if (!(await cells.replace(rebuildCell, edition, after))) return;
  }
};
