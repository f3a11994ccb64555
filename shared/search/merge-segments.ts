import { createBytes } from "./bytes.ts";
import { fieldNames } from "./document.ts";
import { type Index, indexOf } from "./index-of.ts";
import { eachPosting, type Segment, writePosting } from "./segment.ts";
import { packTexts, sizeOf, textAt } from "./texts.ts";
import { stemOf } from "./words.ts";

/** By segment, which number a document has in the merged one; -1 where it is left out. */
type Places = readonly Int32Array[];

const bytesAt = ({ bytes, starts }: Segment["terms"], at: number): Uint8Array =>
  bytes.subarray(starts[at], starts[at + 1]);

/** What is in any of several sorted lists, sorted, with where in each list it is. */
function* inOrder(lists: readonly Segment["terms"][]): Generator<readonly [Uint8Array, readonly number[]]> {
  const next = lists.map(() => 0);
  for (;;) {
    let least: Uint8Array | undefined;
    for (const [i, list] of lists.entries()) {
      const at = next[i] as number;
      if (at >= sizeOf(list)) continue;
      const text = bytesAt(list, at);
      if (least === undefined || Buffer.compare(text, least) < 0) least = text;
    }
    if (least === undefined) return;
    const found: number[] = [];
    for (const [i, list] of lists.entries()) {
      const at = next[i] as number;
      const isHere = at < sizeOf(list) && Buffer.compare(bytesAt(list, at), least) === 0;
      found.push(isHere ? at : -1);
      if (isHere) next[i] = at + 1;
    }
    yield [least, found];
  }
}

/** The oldest segment's documents first, so that the numbers of a large one mostly stay together. */
const placesOf = ({ segments, live }: Index, isKept: (segment: number, document: number) => boolean) => {
  const places = segments.map(({ documents }) => new Int32Array(documents).fill(-1));
  let documents = 0;
  for (let i = segments.length - 1; i >= 0; i--)
    for (let at = 0; at < (segments[i]?.documents ?? 0); at++)
      if (live[i]?.[at] === 1 || isKept(i, at)) (places[i] as Int32Array)[at] = documents++;
  return { places, documents };
};

const mergedLengths = (segments: readonly Segment[], places: Places, documents: number): Uint32Array => {
  const lengths = new Uint32Array(fieldNames.length * documents);
  for (const [i, segment] of segments.entries())
    for (let at = 0; at < segment.documents; at++) {
      const place = places[i]?.[at] ?? -1;
      if (place < 0) continue;
      for (let field = 0; field < fieldNames.length; field++)
        lengths[field * documents + place] = segment.lengths[field * segment.documents + at] ?? 0;
    }
  return lengths;
};

const mergedPostings = (segments: readonly Segment[], places: Places) => {
  const [terms, starts, counts]: [Uint8Array[], number[], number[]] = [[], [0], []];
  const out = createBytes();
  for (const [term, found] of inOrder(segments.map((segment) => segment.terms))) {
    const begun = { before: 0, count: 0 };
    for (let i = segments.length - 1; i >= 0; i--) {
      const at = found[i] ?? -1;
      if (at < 0) continue;
      eachPosting(segments[i] as Segment, at, (document, often) => {
        const place = places[i]?.[document] ?? -1;
        if (place < 0) return;
        writePosting(out, place - begun.before, often);
        begun.before = place;
        begun.count++;
      });
    }
    if (begun.count === 0) continue;
    terms.push(term);
    counts.push(begun.count);
    starts.push(out.length());
  }
  return { terms, starts, counts, postings: out.taken() };
};

const merge = (index: Index, isKept: (segment: number, document: number) => boolean): Segment => {
  const { segments } = index;
  const { places, documents } = placesOf(index, isKept);
  const { terms, starts, counts, postings } = mergedPostings(segments, places);
  const ids = new Array<Uint8Array>(documents);
  for (const [i, own] of places.entries())
    for (const [at, place] of own.entries())
      if (place >= 0) ids[place] = bytesAt((segments[i] as Segment).ids, at);
  // A word of documents that are gone must not be suggested any more.
  const left = new Set(terms.map((term) => Buffer.from(term).toString()));
  const words = [...inOrder(segments.map((segment) => segment.words))]
    .map(([word]) => word)
    .filter((word) => left.has(stemOf(Buffer.from(word).toString())));
  return {
    documents,
    ids: packTexts(ids),
    words: packTexts(words),
    terms: packTexts(terms),
    postingStarts: Uint32Array.from(starts),
    postings,
    counts: Uint32Array.from(counts),
    lengths: mergedLengths(segments, places, documents),
  };
};

/**
 * Several segments (the newest first) as one, without what is replaced or removed; the texts are not needed again.
 * Where there are older segments beside them, `isPart` must be said: then what is removed stays told.
 */
export const mergeSegments = (segments: readonly Segment[], isPart = false): Segment => {
  const index = indexOf(segments);
  if (!isPart) return merge(index, () => false);
  const known = new Set<string>();
  const newest = segments.map(({ ids, documents }) =>
    Array.from({ length: documents }, (_, at) => {
      const id = textAt(ids, at);
      const isNew = !known.has(id);
      known.add(id);
      return isNew;
    }),
  );
  return merge(index, (segment, document) => newest[segment]?.[document] === true);
};
