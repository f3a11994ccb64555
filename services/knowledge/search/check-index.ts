import { indexOf } from "../../../shared/search/index-of.ts";
import { valuesOf } from "../../../shared/search/values-of.ts";
import type { IndexStore } from "./index-store.ts";
import { type Source, stampFacet, withOverlap } from "./searchable.ts";

/**
 * Compares the stored index with its sources, one by one, and keeps what came of it in the manifest. Answers how
 * many documents are missing, too many or old; what changed a moment ago is left to the next run.
 */
export const checkIndex = async (
  store: IndexStore,
  sources: readonly Source[],
  now: Date,
): Promise<number> => {
  const { edition, manifest, segments, isDamaged } = await store.load();
  const stamps = new Map(valuesOf(indexOf(segments), stampFacet));
  let wrong = isDamaged ? 1 : 0;
  for (const source of sources.filter(({ isEcho }) => !isEcho)) {
    const settled = withOverlap(manifest.reached[source.name] ?? "");
    for await (const page of source.changes(""))
      for (const { id, stamp, order, isFound } of page) {
        const has = stamps.get(id);
        stamps.delete(id);
        const isRight = isFound ? has === stamp : has === undefined;
        if (!isRight && order < settled) wrong++;
      }
  }
  // What no source tells of should not be there at all.
  wrong += stamps.size;
  await store.replace(edition, { ...manifest, checked: { at: now.toISOString(), wrong } });
  return wrong;
};
