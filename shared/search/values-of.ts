import type { Index } from "./index-of.ts";
import { eachPosting, tagMark } from "./segment.ts";
import { textAt, textsFrom } from "./texts.ts";

/** The value of one facet for each document that counts, by id; a document has at most one, or the last is told. */
export const valuesOf = ({ segments, live }: Index, facet: string): ReadonlyMap<string, string> => {
  const values = new Map<string, string>();
  for (const [i, segment] of segments.entries())
    for (const term of textsFrom(segment.terms, `${tagMark}${facet}:`, Number.POSITIVE_INFINITY)) {
      const value = textAt(segment.terms, term).slice(tagMark.length + facet.length + 1);
      eachPosting(segment, term, (document) => {
        if (live[i]?.[document] === 1) values.set(textAt(segment.ids, document), value);
      });
    }
  return values;
};
