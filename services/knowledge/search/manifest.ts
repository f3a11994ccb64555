import type { Blob } from "../../../shared/dynamo/blobs.ts";

/** A stored segment and how many documents it has. */
export type StoredSegment = Blob & { readonly documents: number };

/** What an index is made of, as it is kept in the table; replaced whole, so that readers see the old or the new. */
export type Manifest = {
  /** The newest first. */
  readonly segments: readonly StoredSegment[];
  /** By source, up to which order the segments have everything. */
  readonly reached: Readonly<Record<string, string>>;
  /** What nobody should read any more, since when (ISO 8601). */
  readonly garbage: readonly (Blob & { readonly since: string })[];
  readonly writtenAt: string;
  /** The rebuild that it came from, by when that was asked for. */
  readonly rebuilt?: string | undefined;
  /** The last comparison with the sources: when, and how many documents were missing, too many or old. */
  readonly checked?: { readonly at: string; readonly wrong: number } | undefined;
};

export const manifestCell = "search-index";

export const emptyManifest: Manifest = { segments: [], reached: {}, garbage: [], writtenAt: "" };
