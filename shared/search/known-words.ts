import type { Index } from "./index-of.ts";
import { eachPosting, type Segment } from "./segment.ts";
import { findText } from "./texts.ts";

/**
 * Whether a term is in more than so many (0 unless said) of the documents that the one who asks may look at: what is
 * nowhere else must not show, not even as a better spelling, and not by what becomes of a question.
 */
export type Known = (term: string, moreThan?: number) => boolean;

/** In how many of the documents that are marked a term is; nobody counts beyond `enough`. */
const countIn = (segment: Segment, admits: Uint8Array, term: string, enough: number): number => {
  const at = findText(segment.terms, term);
  let count = 0;
  if (at !== undefined)
    eachPosting(segment, at, (document) => {
      if (admits[document] === 1) count++;
      return count >= enough;
    });
  return count;
};

/** Knows the terms of the documents that are marked, by segment; each is looked up once. */
export const knownAmong = ({ segments }: Index, admits: readonly Uint8Array[]): Known => {
  const looked = new Map<string, boolean>();
  return (term, moreThan = 0) => {
    const asked = `${moreThan} ${term}`;
    const before = looked.get(asked);
    if (before !== undefined) return before;
    let count = 0;
    for (const [at, segment] of segments.entries())
      if (count <= moreThan) count += countIn(segment, admits[at] as Uint8Array, term, moreThan + 1 - count);
    looked.set(asked, count > moreThan);
    return count > moreThan;
  };
};
