import { stemOf, wordsOf } from "./words.ts";

/** A piece of a text; `hit` where it is what was searched for. Joined, the pieces are the text: nothing is markup. */
export type Piece = { readonly text: string; readonly hit: boolean };

const tokens = /[\p{L}\p{N}\p{M}]+/gu;

const isHit = (token: string, terms: ReadonlySet<string>): boolean =>
  wordsOf(token).some(({ whole, parts }) => [whole, ...parts].some((word) => terms.has(stemOf(word))));

/** Where hits lie, as pairs of offsets. */
const hitsIn = (text: string, terms: ReadonlySet<string>): (readonly [number, number])[] =>
  [...text.matchAll(tokens)]
    .filter(([token]) => isHit(token, terms))
    .map(({ 0: token, index }) => [index, index + token.length] as const);

/** The stretch of so many characters with most hits, begun at a hit's word. */
const densest = (hits: readonly (readonly [number, number])[], length: number): number => {
  let [best, most] = [0, 0];
  for (const [i, [from]] of hits.entries()) {
    let within = 0;
    while (i + within < hits.length && (hits[i + within]?.[1] ?? 0) <= from + length) within++;
    if (within > most) [best, most] = [from, within];
  }
  return best;
};

/** What of a text to show for the terms of an answer: its densest stretch of about `length` characters, in pieces. */
export const highlight = (text: string, terms: ReadonlySet<string>, length = 240): readonly Piece[] => {
  const hits = hitsIn(text, terms);
  const lead = text.length > length ? Math.max(0, densest(hits, length - 40) - 40) : 0;
  const from = lead === 0 ? 0 : text.indexOf(" ", lead) + 1 || lead;
  const cut = from + length >= text.length ? text.length : text.lastIndexOf(" ", from + length);
  const to = cut <= from ? Math.min(text.length, from + length) : cut;
  const pieces: Piece[] = [];
  let at = from;
  for (const [start, end] of hits) {
    if (start < at || end > to) continue;
    if (start > at) pieces.push({ text: text.slice(at, start), hit: false });
    pieces.push({ text: text.slice(start, end), hit: true });
    at = end;
  }
  if (at < to) pieces.push({ text: text.slice(at, to), hit: false });
  return pieces;
};
