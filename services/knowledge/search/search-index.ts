import { createBlobs } from "../../../shared/dynamo/blobs.ts";
import { createCells } from "../../../shared/dynamo/cells.ts";
import type { Scope } from "../../../shared/dynamo/scope.ts";
import { askForCheck, goOnChecking } from "./check-index.ts";
import { type CurrentIndex, createCurrentIndex } from "./current-index.ts";
import { ownEngine, type SearchEngine } from "./engine.ts";
import { createIndexStore } from "./index-store.ts";
import { keepIndex } from "./keep-index.ts";
import { askForRebuild, goOnRebuilding, partsOfRebuild, rebuildCell } from "./rebuild-index.ts";
import type { Source } from "./searchable.ts";

/** The own index: what is asked of it, and what keeps it as it should be. */
export type SearchIndex = {
  readonly engine: SearchEngine;
  /** Writes what changed, and goes on with a rebuild or a comparison, until the deadline (`performance.now()` scale). */
  readonly keep: (deadline: number) => Promise<void>;
  /** Compares it with its sources, and asks for a rebuild where they differ; what is left by the deadline `keep` does. */
  readonly check: (deadline: number) => Promise<void>;
  readonly rebuild: () => Promise<void>;
  readonly status: () => Promise<{
    readonly documents: number;
    readonly segments: number;
    readonly writtenAt: string | undefined;
    readonly isDamaged: boolean;
    readonly isRebuilding: boolean;
    readonly checkedAt: string | undefined;
    readonly wrong: number | undefined;
  }>;
};

/** Made once in a container, so that segments stay loaded; then for each request, event or schedule. */
export const createSearchIndex = (): ((scope: Scope, sources: readonly Source[]) => SearchIndex) => {
  const current: CurrentIndex = createCurrentIndex();
  return (scope, sources) => {
    const cells = createCells(scope);
    const store = createIndexStore(cells, createBlobs(scope), current.segments, () => scope.clock.now());
    const inUse = async () => {
      const [{ manifest }, parts] = await Promise.all([store.load(), partsOfRebuild(cells)]);
      return new Set([...manifest.segments, ...parts].map(({ name }) => name));
    };
    const goOn = async (deadline: number): Promise<void> => {
      const wrong = await goOnChecking(store, cells, sources, scope.clock.now(), deadline);
      if (wrong !== undefined && wrong > 0) await rebuild();
    };
    const rebuild = () => askForRebuild(cells, scope.clock.now());
    return {
      engine: ownEngine(() => current.read(scope.clock.now().getTime(), store, sources)),
      keep: async (deadline) => {
        const { isDamaged } = await store.load();
        if (isDamaged) await rebuild();
        while (performance.now() < deadline)
          if ((await keepIndex(store, sources, scope.clock.now())) === 0) break;
        await goOnRebuilding(store, cells, sources, scope.clock.now(), deadline);
        await goOn(deadline);
        await store.sweep(inUse);
      },
      check: async (deadline) => {
        await askForCheck(cells);
        await goOn(deadline);
      },
      rebuild,
      status: async () => {
        const [{ manifest, isDamaged }, { value: rebuilding }] = await Promise.all([
          store.load(),
          cells.load(rebuildCell),
        ]);
        return {
          documents: manifest.segments.reduce((sum, { documents }) => sum + documents, 0),
          segments: manifest.segments.length,
          writtenAt: manifest.writtenAt === "" ? undefined : manifest.writtenAt,
          isDamaged,
          isRebuilding: Boolean(rebuilding),
          checkedAt: manifest.checked?.at,
          wrong: manifest.checked?.wrong,
        };
      },
    };
  };
};
