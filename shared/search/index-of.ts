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

/** A document without a single tag says that the one of its id is gone. */
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

const normsOf = ({ lengths, documents }: Segment, averages: readonly number[]): Float32Array =>
  Float32Array.from(lengths, (length, at) => {
    const field = Math.floor(at / documents);
    const b = fieldWeights[field]?.b ?? 0;
    return 1 - b + (b * length) / (averages[field] ?? 1);
  });

/** Puts segments together; the newest comes first. */
export const indexOf = (segments: readonly Segment[]): Index => {
  const known = new Set<string>();
  const live = segments.map((segment) => {
    const counts = tagged(segment);
    // The first is complete in itself: only what comes later can be replaced.
    if (segments.length === 1) return counts;
    for (let at = 0; at < segment.documents; at++) {
      const id = textAt(segment.ids, at);
      if (known.has(id)) counts[at] = 0;
      known.add(id);
    }
    return counts;
  });
  let documents = 0;
  const sums = fieldNames.map(() => 0);
  for (const [i, segment] of segments.entries())
    for (let at = 0; at < segment.documents; at++) {
      if (live[i]?.[at] !== 1) continue;
      documents++;
      for (let field = 0; field < sums.length; field++)
        sums[field] = (sums[field] ?? 0) + (segment.lengths[field * segment.documents + at] ?? 0);
    }
  const averages = sums.map((sum) => Math.max(1, sum / Math.max(1, documents)));
  return { segments, live, documents, norms: segments.map((segment) => normsOf(segment, averages)) };
};

/** In how many documents a term is, replaced ones included. */
export const frequencyOf = ({ segments }: Index, term: string): number =>
  segments.reduce((sum, segment) => {
    const at = findText(segment.terms, term);
    return sum + (at === undefined ? 0 : (segment.counts[at] ?? 0));
  }, 0);
