import { fieldNames, fieldWeights } from "./document.ts";
import { eachPosting, type Segment, tagMark } from "./segment.ts";
import { findText, sizeOf, textAt } from "./texts.ts";

/** Segments that are searched as one: where an id is in several, the newest has it. */
export type Index = {
  readonly segments: readonly Segment[];
  /** By segment, which documents count: 1 where neither replaced nor removed. */
  readonly live: readonly Uint8Array[];
  readonly documents: number;
  /** By segment and field (as in `lengths`), what counts are divided by: lengths against the average, as BM25F weighs them. */
  readonly norms: readonly Float32Array[];
};

/** What a segment says of itself, worked out once: it is put together with others again and again. */
type Facts = {
  /** 1 for a document with a tag: without a single one it says that the one of its id is gone. */
  readonly tagged: Uint8Array;
  readonly documents: number;
  /** Length of each field over all tagged documents. */
  readonly sums: readonly number[];
};

const tagged = (segment: Segment): Uint8Array => {
  const has = new Uint8Array(segment.documents);
  for (let term = 0; term < sizeOf(segment.terms); term++) {
    if (segment.terms.bytes[segment.terms.starts[term] ?? 0] !== tagMark.charCodeAt(0)) break;
    eachPosting(segment, term, (document) => {
      has[document] = 1;
    });
  }
  return has;
};

const lengthAt = ({ lengths, documents }: Segment, field: number, at: number): number =>
  lengths[field * documents + at] ?? 0;

const facts = new WeakMap<Segment, Facts>();
const factsOf = (segment: Segment): Facts => {
  const known = facts.get(segment);
  if (known) return known;
  const has = tagged(segment);
  let documents = 0;
  const sums = fieldNames.map(() => 0);
  for (let at = 0; at < segment.documents; at++) {
    if (has[at] !== 1) continue;
    documents++;
    for (let field = 0; field < sums.length; field++)
      sums[field] = (sums[field] ?? 0) + lengthAt(segment, field, at);
  }
  const own = { tagged: has, documents, sums };
  facts.set(segment, own);
  return own;
};

const places = new WeakMap<Segment, ReadonlyMap<string, number>>();
/** Where an id is in a segment; only asked of those that something newer lies before. */
const placeOf = (segment: Segment, id: string): number | undefined => {
  const known =
    places.get(segment) ??
    new Map(Array.from({ length: segment.documents }, (_, at) => [textAt(segment.ids, at), at]));
  places.set(segment, known);
  return known.get(id);
};

const normsOf = (segment: Segment, averages: readonly number[]): Float32Array => {
  const { lengths, documents } = segment;
  const norms = new Float32Array(lengths.length);
  for (let field = 0; field < averages.length; field++) {
    const b = fieldWeights[field]?.b ?? 0;
    const step = b / (averages[field] ?? 1);
    for (let at = field * documents; at < (field + 1) * documents; at++)
      norms[at] = 1 - b + step * (lengths[at] as number);
  }
  return norms;
};

/** Puts segments together; the newest comes first. What costs time is done once for each segment, not each time. */
export const indexOf = (segments: readonly Segment[]): Index => {
  let documents = 0;
  const sums = fieldNames.map(() => 0);
  const newer = new Set<string>();
  const live = segments.map((segment, i) => {
    const { tagged: has, documents: own, sums: ownSums } = factsOf(segment);
    const counts = has.slice();
    documents += own;
    for (let field = 0; field < sums.length; field++)
      sums[field] = (sums[field] ?? 0) + (ownSums[field] ?? 0);
    for (const id of newer) {
      const at = placeOf(segment, id);
      if (at === undefined || counts[at] !== 1) continue;
      counts[at] = 0;
      documents--;
      for (let field = 0; field < sums.length; field++)
        sums[field] = (sums[field] ?? 0) - lengthAt(segment, field, at);
    }
    if (i < segments.length - 1)
      for (let at = 0; at < segment.documents; at++) newer.add(textAt(segment.ids, at));
    return counts;
  });
  const averages = sums.map((sum) => Math.max(1, sum / Math.max(1, documents)));
  return { segments, live, documents, norms: segments.map((segment) => normsOf(segment, averages)) };
};

/** In how many documents a term is, replaced ones included. */
export const frequencyOf = ({ segments }: Index, term: string): number =>
  segments.reduce((sum, segment) => {
    const at = findText(segment.terms, term);
    return sum + (at === undefined ? 0 : (segment.counts[at] ?? 0));
  }, 0);
