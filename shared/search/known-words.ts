import type { Index } from "./index-of.ts";
import { eachPosting, type Segment } from "./segment.ts";
import { findText } from "./texts.ts";

/** Whether a term is anywhere that the one who asks may look: what is nowhere else must not show, not even as a better spelling. */
export type Known = (term: string) => boolean;

const isIn = (segment: Segment, admits: Uint8Array, term: string): boolean => {
  const at = findText(segment.terms, term);
  let found = false;
  if (at !== undefined)
    eachPosting(segment, at, (document) => {
      found = admits[document] === 1;
      return found;
    });
  return found;
};

/** Knows the terms of the documents that are marked, by segment; each is looked up once. */
export const knownAmong = ({ segments }: Index, admits: readonly Uint8Array[]): Known => {
  const looked = new Map<string, boolean>();
  return (term) => {
    const before = looked.get(term);
    if (before !== undefined) return before;
    const found = segments.some((segment, at) => isIn(segment, admits[at] as Uint8Array, term));
    looked.set(term, found);
    return found;
  };
};
