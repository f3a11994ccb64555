import type { SearchDocument } from "../../../shared/search/document.ts";
import { type Index, indexOf } from "../../../shared/search/index-of.ts";
import { buildSegment } from "../../../shared/search/segment.ts";
import { valuesOf } from "../../../shared/search/values-of.ts";
import type { IndexStore, LoadedSegments } from "./index-store.ts";
import { type Changed, gone, type Source, stampFacet, withOverlap } from "./searchable.ts";

/** For so long a container answers from what it has; then it looks whether there is anything new. */
const keptMs = 1000;

type Recent = { readonly stamp: string; readonly document: SearchDocument };

/** What a container keeps of the index between requests. */
type Kept = {
  readonly at: number;
  readonly key: string;
  readonly index: Index;
  /** What changed since the segments were written, by id. */
  readonly recent: ReadonlyMap<string, Recent>;
};

/** More than that comes only with an import: the schedule writes it, and until then it is not found. */
const mostRecent = 2000;

/**
 * What the segments do not have of what changed. Of very much the first so many are read; what comes behind is said
 * to be gone, so that it is not found as it was before, by somebody who may not see it any more.
 */
const changesSince = async (
  source: Source,
  from: string,
  written: () => ReadonlyMap<string, string>,
): Promise<readonly Changed[]> => {
  const changed: Changed[] = [];
  for await (const page of source.changes(from)) changed.push(...page);
  if (changed.length <= mostRecent) return changed;
  const has = written();
  const last = new Map(changed.map((each) => [each.id, each]));
  return [...last.values()]
    .filter(({ id, stamp, isFound }) => (isFound ? has.get(id) !== stamp : has.has(id)))
    .map((each, at) => (at < mostRecent ? each : { ...each, stamp: "", isFound: false }));
};

const recentOf = async (
  source: Source,
  changed: readonly Changed[],
  known: ReadonlyMap<string, Recent>,
): Promise<readonly (readonly [string, Recent])[]> => {
  const isNew = ({ id, stamp, isFound }: Changed) => isFound && known.get(id)?.stamp !== stamp;
  const news = await source.documents(changed.filter(isNew).map(({ id }) => id));
  return changed.map(({ id, stamp, isFound }) => {
    const before = known.get(id);
    if (isFound && before?.stamp === stamp) return [id, before];
    const document = isFound ? news.get(id) : undefined;
    return [id, { stamp: document ? stamp : "", document: document ?? gone(id) }];
  });
};

/**
 * The index a container searches: the stored segments, and over them what changed since. It looks for news at most
 * once a second, so what is published is found within a second or two of showing in the table's indexes.
 */
export const createCurrentIndex = () => {
  const segments: LoadedSegments = new Map();
  let kept: Kept | undefined;

  const refresh = async (now: number, store: IndexStore, sources: readonly Source[]): Promise<Index> => {
    const loaded = await store.load();
    const known = kept?.recent ?? new Map<string, Recent>();
    const written = () => valuesOf(indexOf(loaded.segments), stampFacet);
    const all = await Promise.all(
      sources.map(async (source) => {
        const from = withOverlap(loaded.manifest.reached[source.name] ?? "");
        return recentOf(source, await changesSince(source, from, written), known);
      }),
    );
    const recent = new Map(all.flat());
    const stamps = [...recent].map(([id, { stamp }]) => `${id}@${stamp}`);
    const key = JSON.stringify([loaded.edition, stamps]);
    if (kept?.key === key) {
      kept = { ...kept, at: now };
      return kept.index;
    }
    const newest =
      recent.size > 0 ? [buildSegment([...recent.values()].map(({ document }) => document))] : [];
    kept = { at: now, key, recent, index: indexOf([...newest, ...loaded.segments]) };
    return kept.index;
  };

  return {
    segments,
    /** The index as of a moment ago. */
    read: async (now: number, store: IndexStore, sources: readonly Source[]): Promise<Index> =>
      kept && Math.abs(now - kept.at) < keptMs ? kept.index : refresh(now, store, sources),
  };
};
export type CurrentIndex = ReturnType<typeof createCurrentIndex>;
