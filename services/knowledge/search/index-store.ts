import type { Blobs } from "../../../shared/dynamo/blobs.ts";
import type { Cells } from "../../../shared/dynamo/cells.ts";
import type { SearchDocument } from "../../../shared/search/document.ts";
import type { Segment } from "../../../shared/search/segment.ts";
import { buildSegment } from "../../../shared/search/segment.ts";
import { loadSegment, storeSegment } from "../../../shared/search/stored-segment.ts";
import { emptyManifest, type Manifest, manifestCell, type StoredSegment } from "./manifest.ts";
import { createWrittenBlobs } from "./written-blobs.ts";

/** Segments that a container has loaded, by name: they never change. */
export type LoadedSegments = Map<string, Segment>;

export type Loaded = {
  readonly edition: number;
  readonly manifest: Manifest;
  /** As in the manifest. */
  readonly segments: readonly Segment[];
  /** Something of it was lost: what is left is here, and it must be rebuilt. */
  readonly isDamaged: boolean;
};

/** As often as segments may be merged away while they are read. */
const attempts = 3;

/** Where the segments of an index lie, for one request; what was loaded stays in the container. */
export const createIndexStore = (cells: Cells, blobs: Blobs, loaded: LoadedSegments, now: () => Date) => {
  const written = createWrittenBlobs(cells, blobs, now);
  const segmentOf = async (stored: StoredSegment): Promise<Segment | undefined> => {
    const known = loaded.get(stored.name);
    if (known) return known;
    const bytes = await blobs.read(stored);
    if (bytes === undefined) return undefined;
    const segment = loadSegment(bytes);
    loaded.set(stored.name, segment);
    return segment;
  };

  const forgetOthers = (stored: readonly StoredSegment[]): void => {
    const names = new Set(stored.map(({ name }) => name));
    for (const name of loaded.keys()) if (!names.has(name)) loaded.delete(name);
  };

  return {
    segmentsOf: (stored: readonly StoredSegment[]) => Promise.all(stored.map(segmentOf)),
    /** The index as it is now. A segment may be merged away between reading the manifest and reading it: then again. */
    load: async (): Promise<Loaded> => {
      for (let attempt = 1; ; attempt++) {
        const { edition, value: manifest = emptyManifest } = await cells.load<Manifest>(manifestCell);
        const found = await Promise.all(manifest.segments.map(segmentOf));
        const isDamaged = found.includes(undefined);
        if (isDamaged && attempt < attempts) continue;
        const stored = manifest.segments.filter((_, at) => found[at] !== undefined);
        forgetOthers(stored);
        const segments = found.filter((segment) => segment !== undefined);
        return { edition, manifest: { ...manifest, segments: stored }, segments, isDamaged };
      }
    },
    replace: (edition: number, manifest: Manifest) => cells.replace(manifestCell, edition, manifest),
    write: async (name: string, segment: Segment): Promise<StoredSegment> => {
      const bytes = storeSegment(segment);
      await written.note([blobs.planned(name, bytes)]);
      const blob = await blobs.write(name, bytes);
      loaded.set(name, segment);
      return { ...blob, documents: segment.documents };
    },
    remove: blobs.remove,
    /** They will be in use no more, should this run come so far. */
    discard: written.note,
    sweep: written.sweep,
    build: (documents: readonly SearchDocument[]): Segment => buildSegment(documents),
  };
};
export type IndexStore = ReturnType<typeof createIndexStore>;
