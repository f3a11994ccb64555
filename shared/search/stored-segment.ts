import { fieldNames } from "./document.ts";
import type { Segment } from "./segment.ts";

/** Says what the bytes are and how they are laid out: a change of either needs another number. */
const format = 0x53545701;

type Part = Uint8Array | Uint32Array;
const partsOf = ({
  ids,
  words,
  terms,
  postingStarts,
  postings,
  counts,
  lengths,
}: Segment): readonly Part[] => [
  ids.starts,
  words.starts,
  terms.starts,
  postingStarts,
  counts,
  lengths,
  ids.bytes,
  words.bytes,
  terms.bytes,
  postings,
];

const asBytes = (part: Part): Uint8Array => new Uint8Array(part.buffer, part.byteOffset, part.byteLength);
const partCount = 10;
const header = (parts: number): number => 4 * (2 + parts);

/** A segment as it is kept: format, documents, sizes of its parts in bytes, parts; words of four bytes first (little-endian). */
export const storeSegment = (segment: Segment): Buffer => {
  const parts = partsOf(segment);
  const sizes = Uint32Array.from([format, segment.documents, ...parts.map(({ byteLength }) => byteLength)]);
  return Buffer.concat([asBytes(sizes), ...parts.map(asBytes)]);
};

/** The segment in the bytes given, without copying them unless they lie askew; throws where they are none. */
export const loadSegment = (given: Uint8Array): Segment => {
  const bytes = given.byteOffset % 4 === 0 ? given : given.slice();
  const head = new Uint32Array(bytes.buffer, bytes.byteOffset, header(partCount) / 4);
  const [found, documents = 0, ...sizes] = head;
  if (found !== format) throw new Error("This is no search index, or one of another version");
  let at = bytes.byteOffset + header(partCount);
  const next = (): Uint8Array => {
    const size = sizes.shift() ?? 0;
    at += size;
    return new Uint8Array(bytes.buffer, at - size, size);
  };
  const numbers = (): Uint32Array => {
    const { buffer, byteOffset, byteLength } = next();
    return new Uint32Array(buffer, byteOffset, byteLength / 4);
  };
  const starts = { ids: numbers(), words: numbers(), terms: numbers() };
  const [postingStarts, counts, lengths] = [numbers(), numbers(), numbers()];
  const segment = {
    documents,
    ids: { starts: starts.ids, bytes: next() },
    words: { starts: starts.words, bytes: next() },
    terms: { starts: starts.terms, bytes: next() },
    postingStarts,
    counts,
    lengths,
    postings: next(),
  };
  if (lengths.length !== documents * fieldNames.length) throw new Error("This search index is damaged");
  return segment;
};
