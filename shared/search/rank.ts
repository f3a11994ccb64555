import { fieldWeights } from "./document.ts";
import { frequencyOf, type Index } from "./index-of.ts";
import { eachPosting, type Segment, tagMark } from "./segment.ts";
import { findText } from "./texts.ts";
import type { Variant, Wanted } from "./understand.ts";

/** How soon more of the same word stops counting (BM25's k1). */
const saturation = 1.2;

const weights = fieldWeights.map(({ weight }) => weight);

/** Robertson and Spärck Jones, never below zero; `having` still counts what has been replaced. */
const rarity = (documents: number, having: number): number =>
  Math.log(1 + (Math.max(documents, having) - having + 0.5) / (having + 0.5));

/** Marks the documents, of those marked, that have at least one tag of each group. */
export const admitted = (
  segment: Segment,
  marked: Uint8Array,
  groups: readonly (readonly string[])[],
): Uint8Array =>
  groups.reduce((admits, group) => {
    const next = new Uint8Array(segment.documents);
    for (const tag of group) {
      const term = findText(segment.terms, tagMark + tag);
      if (term === undefined) continue;
      eachPosting(segment, term, (document) => {
        next[document] = admits[document] ?? 0;
      });
    }
    return next;
  }, marked);

/** A variant with what it is worth where it is found. */
type Valued = Variant & { readonly worth: number };

/** What a word may stand for that is anywhere in the index; the same for all of its segments. */
export const valued = (index: Index, { variants, times = 1 }: Wanted): Valued[] => {
  const found = variants
    .map((variant) => ({ ...variant, frequency: frequencyOf(index, variant.term) }))
    .filter(({ frequency }) => frequency > 0);
  const worthOf = (frequency: number) => rarity(index.documents, frequency) * (1 + Math.log(times));
  // A rare misspelling or relative of a common word is not worth more than the word.
  const own = found.find(({ weight }) => weight === 1);
  const most = own ? worthOf(own.frequency) : Number.POSITIVE_INFINITY;
  return found.map((one) => ({ ...one, worth: Math.min(most, worthOf(one.frequency)) * one.weight }));
};

/** Raises in `best` the documents that a variant fits better than those before. */
const addBest = (
  segment: Segment,
  norms: Float32Array,
  admits: Uint8Array,
  found: readonly Valued[],
  best: Float64Array,
) => {
  for (const { term, worth } of found) {
    const at = findText(segment.terms, term);
    if (at === undefined) continue;
    eachPosting(segment, at, (document, often) => {
      if (admits[document] !== 1) return;
      let count = 0;
      for (let field = 0; field < weights.length; field++) {
        const times = often[field] as number;
        if (times > 0)
          count +=
            ((weights[field] as number) * times) / (norms[field * segment.documents + document] as number);
      }
      const score = (worth * count * (saturation + 1)) / (count + saturation);
      if (score > (best[document] as number)) best[document] = score;
    });
  }
};

/**
 * Relevance of the documents of the `at`-th segment to a question: BM25F (Robertson and Zaragoza 2009), where of the terms that
 * one word may stand for the best counts, and words said several times count a little more. Zero without a match.
 */
export const scoresOf = (
  index: Index,
  at: number,
  admits: Uint8Array,
  words: readonly (readonly Valued[])[],
): Float64Array => {
  const segment = index.segments[at] as Segment;
  const scores = new Float64Array(segment.documents);
  const best = new Float64Array(segment.documents);
  for (const word of words) {
    best.fill(0);
    addBest(segment, index.norms[at] as Float32Array, admits, word, best);
    for (let document = 0; document < best.length; document++)
      scores[document] = (scores[document] as number) + (best[document] as number);
  }
  return scores;
};
