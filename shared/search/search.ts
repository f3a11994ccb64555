import type { Index } from "./index-of.ts";
import { knownAmong } from "./known-words.ts";
import { admitted, scoresOf, valued } from "./rank.ts";
import { eachPosting, type Segment, tagMark } from "./segment.ts";
import { textAt, textsFrom } from "./texts.ts";
import { type Asked, understand, type Wanted } from "./understand.ts";

export type Question = Asked & {
  /**
   * Tags: a document is found that has at least one of each group. What someone may not see is left out this way,
   * before anything is counted.
   */
  readonly filter: readonly (readonly string[])[];
  /** What to count the documents found by, such as `category`: by the tags `category:...`. */
  readonly facets?: readonly string[] | undefined;
  readonly limit: number;
};

export type Hit = { readonly id: string; readonly score: number };

export type Answer = {
  /** The best first; of equals the lower id. */
  readonly hits: readonly Hit[];
  /** How many documents match in all. */
  readonly total: number;
  /** By facet and value, how many of them; most first. */
  readonly facets: Readonly<Record<string, readonly { readonly value: string; readonly count: number }[]>>;
  /** The terms looked for, as `highlight` wants them. */
  readonly terms: ReadonlySet<string>;
  /** The question with the words that are nowhere replaced by their likeliest neighbours. */
  readonly didYouMean: string | undefined;
};

/** So many values of one facet are counted. */
const mostValues = 1000;

const countFacet = (index: Index, facet: string, scores: readonly Float64Array[]) => {
  const counts = new Map<string, number>();
  for (const [i, segment] of index.segments.entries())
    for (const term of textsFrom(segment.terms, `${tagMark}${facet}:`, mostValues)) {
      let count = 0;
      eachPosting(segment, term, (document) => {
        if ((scores[i]?.[document] ?? 0) > 0) count++;
      });
      const value = textAt(segment.terms, term).slice(tagMark.length + facet.length + 1);
      if (count > 0) counts.set(value, (counts.get(value) ?? 0) + count);
    }
  return [...counts]
    .map(([value, count]) => ({ value, count }))
    .sort((a, b) => b.count - a.count || (a.value < b.value ? -1 : 1));
};

/** The score of the `limit`-th best, and how many are above zero. */
const border = (scores: readonly Float64Array[], limit: number) => {
  // A heap of the best so far, the least of them first.
  const heap: number[] = [];
  let total = 0;
  const sink = (score: number) => {
    let at = 0;
    for (let child = 1; child < heap.length; child = 2 * at + 1) {
      if ((heap[child + 1] ?? Number.POSITIVE_INFINITY) < (heap[child] as number)) child++;
      if ((heap[child] as number) >= score) break;
      heap[at] = heap[child] as number;
      at = child;
    }
    heap[at] = score;
  };
  for (const own of scores)
    for (let document = 0; document < own.length; document++) {
      const score = own[document] as number;
      if (score <= 0) continue;
      total++;
      if (heap.length < limit) {
        heap.push(score);
        if (heap.length === limit) heap.sort((a, b) => a - b);
      } else if (score > (heap[0] as number)) sink(score);
    }
  return { total, least: heap.length < limit ? 0 : (heap[0] ?? 0) };
};

/** How many are found, and the best `limit` of them in order; equals by their ids, so that where they lie does not matter. */
const bestOf = ({ segments }: Index, scores: readonly Float64Array[], limit: number) => {
  const { total, least } = border(scores, limit);
  const hits: Hit[] = [];
  for (const [at, own] of scores.entries())
    for (let document = 0; document < own.length; document++) {
      const score = own[document] as number;
      if (score > 0 && score >= least)
        hits.push({ id: textAt((segments[at] as Segment).ids, document), score });
    }
  hits.sort((a, b) => b.score - a.score || (a.id < b.id ? -1 : 1));
  return { hits: hits.slice(0, limit), total };
};

/** The question with every word that is nowhere replaced by the one that is likely meant. */
const corrected = (wanted: readonly Wanted[], text: string): string | undefined => {
  const meant = new Map(wanted.flatMap(({ word, meant }) => (meant === undefined ? [] : [[word, meant]])));
  if (meant.size === 0) return undefined;
  return text.replace(/[\p{L}\p{N}\p{M}]+/gu, (word) => meant.get(word.toLowerCase()) ?? word);
};

/** Searches an index: what is found, how good it is, and how it spreads over facets. Nothing is found by no words. */
export const search = (index: Index, question: Question): Answer => {
  const admits = index.segments.map((segment, at) =>
    admitted(segment, index.live[at] as Uint8Array, question.filter),
  );
  const wanted = understand(index, question, knownAmong(index, admits));
  const words = wanted.map((one) => valued(index, one));
  const scores = admits.map((own, at) => scoresOf(index, at, own, words));
  return {
    ...bestOf(index, scores, question.limit),
    facets: Object.fromEntries(
      (question.facets ?? []).map((facet) => [facet, countFacet(index, facet, scores)]),
    ),
    terms: new Set(wanted.flatMap(({ variants }) => variants.map(({ term }) => term))),
    didYouMean: corrected(wanted, question.text),
  };
};
