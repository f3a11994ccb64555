import { randomUUID } from "node:crypto";
import { indexOf } from "../../../shared/search/index-of.ts";
import { mergeSegments } from "../../../shared/search/merge-segments.ts";
import type { Segment } from "../../../shared/search/segment.ts";
import { valuesOf } from "../../../shared/search/values-of.ts";
import type { IndexStore, Loaded } from "./index-store.ts";
import type { Manifest, StoredSegment } from "./manifest.ts";
import { type Changed, gone, type Source, stampFacet, withOverlap } from "./searchable.ts";

/** As many documents as one segment takes in one run: a few seconds of work. */
const mostAtOnce = 1000;
/** More segments than this make every search dearer. */
const mostSegments = 5;
/** Who still reads an old manifest has long finished after it. */
const garbageMs = 10 * 60_000;

/** Of what a source tells, what the segments do not have, and how far it was looked at. */
const newsOf = async (source: Source, reached: string, stamps: ReadonlyMap<string, string>) => {
  const news = new Map<string, Changed>();
  let last = reached;
  for await (const page of source.changes(withOverlap(reached))) {
    for (const each of page) {
      const isKnown = each.isFound ? stamps.get(each.id) === each.stamp : !stamps.has(each.id);
      if (isKnown) news.delete(each.id);
      else news.set(each.id, each);
      if (each.order > last) last = each.order;
    }
    if (news.size >= mostAtOnce) break;
  }
  return { news: [...news.values()], last };
};

/** How many of the newest segments to merge: until what follows is much larger, or all of them. */
const countToMerge = (segments: readonly Pick<StoredSegment, "documents">[]): number => {
  let sum = 0;
  for (const [i, { documents }] of segments.entries()) {
    if (i >= 2 && documents > 4 * sum) return i;
    sum += documents;
  }
  return segments.length;
};

const merged = async (
  store: IndexStore,
  stored: readonly StoredSegment[],
  segments: readonly Segment[],
): Promise<{ readonly stored: readonly StoredSegment[]; readonly left: readonly StoredSegment[] }> => {
  if (stored.length <= mostSegments) return { stored, left: [] };
  const count = countToMerge(stored);
  const one = mergeSegments(segments.slice(0, count), count < stored.length);
  const written = await store.write(randomUUID(), one);
  return { stored: [written, ...stored.slice(count)], left: stored.slice(0, count) };
};

const sweep = async (store: IndexStore, { garbage }: Manifest, now: Date) => {
  for (const blob of garbage) if (isOld(blob, now)) await store.remove(blob);
  return garbage.filter((blob) => !isOld(blob, now));
};

const isOld = ({ since }: { readonly since: string }, now: Date): boolean =>
  now.getTime() - Date.parse(since) > garbageMs;

/** Writes what changed since the last time as a segment of its own, and merges small ones. Answers how many documents. */
export const keepIndex = async (
  store: IndexStore,
  sources: readonly Source[],
  now: Date,
): Promise<number> => {
  const { edition, manifest, segments, isDamaged }: Loaded = await store.load();
  const stamps = valuesOf(indexOf(segments), stampFacet);
  const reached: Record<string, string> = { ...manifest.reached };
  const documents = [];
  for (const source of sources) {
    const { news, last } = await newsOf(source, reached[source.name] ?? "", stamps);
    const found = await source.documents(news.filter(({ isFound }) => isFound).map(({ id }) => id));
    documents.push(...news.map(({ id }) => found.get(id) ?? gone(id)));
    reached[source.name] = last;
  }
  const isClean = !isDamaged && !manifest.garbage.some((blob) => isOld(blob, now));
  if (documents.length === 0 && isClean) return 0;
  const fresh = documents.length > 0 ? store.build(documents) : undefined;
  const added = fresh ? [await store.write(randomUUID(), fresh)] : [];
  const all = [...added, ...manifest.segments];
  const { stored, left } = await merged(store, all, fresh ? [fresh, ...segments] : segments);
  const at = now.toISOString();
  const garbage = [...(await sweep(store, manifest, now)), ...left.map((blob) => ({ ...blob, since: at }))];
  const isMine = await store.replace(edition, {
    ...manifest,
    segments: stored,
    reached,
    garbage,
    writtenAt: at,
  });
  // Somebody else may have written it meanwhile: what this run wrote is swept as nobody's.
  return isMine ? documents.length : 0;
};
