import type { SearchDocument } from "../../../shared/search/document.ts";

/** Something that is found, or was until now: which state of it an index should have. */
export type Changed = {
  readonly id: string;
  /** The same as long as what is found of it is. */
  readonly stamp: string;
  /** When it became so and its id; the order in which a source tells. */
  readonly order: string;
  readonly isFound: boolean;
};

/** A kind of thing that is searched: it tells what has changed, and what of some of them is searched by now. */
export type Source = {
  readonly name: string;
  /** Tells of the same things as another source, when something else of them changes. */
  readonly isEcho?: boolean;
  /** Everything that changed from an order on, the earliest first; all there is from "" on. */
  readonly changes: (from: string) => AsyncGenerator<readonly Changed[]>;
  /** By id; what is not found any more is missing. */
  readonly documents: (ids: readonly string[]) => Promise<ReadonlyMap<string, SearchDocument>>;
};

/** The tag that carries the stamp, so that an index can be compared with its sources. */
export const stampFacet = "version";

/** Tags by which an index filters and counts. */
export const tag = (facet: string, value: string): string => `${facet}:${value}`;

/** Says that what was found under an id is gone. */
export const gone = (id: string): SearchDocument => ({ id, title: "", body: "", tags: [] });

/** Clocks differ, and what is written at one moment may show up in an index a little later: so far back one looks again. */
const overlapMs = 5 * 60_000;

/** From where on to read so that nothing is missed that came late. */
export const withOverlap = (order: string): string =>
  order === "" ? "" : new Date(Date.parse(order.slice(0, 24)) - overlapMs).toISOString();
