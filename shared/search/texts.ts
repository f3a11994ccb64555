import { createBytes } from "./bytes.ts";

/** UTF-8 texts one after the other, sorted by their bytes where that is said; text `i` is from `starts[i]` to `starts[i + 1]`. */
export type Texts = { readonly bytes: Uint8Array; readonly starts: Uint32Array };

const encoder = new TextEncoder();
const decoder = new TextDecoder();

export const textAt = ({ bytes, starts }: Texts, at: number): string =>
  decoder.decode(bytes.subarray(starts[at], starts[at + 1]));

export const packTexts = (all: readonly Uint8Array[]): Texts => {
  const starts = new Uint32Array(all.length + 1);
  const out = createBytes();
  for (const [i, bytes] of all.entries()) {
    out.push(bytes);
    starts[i + 1] = out.length();
  }
  return { bytes: out.taken(), starts };
};

const compareAt = ({ bytes, starts }: Texts, at: number, other: Uint8Array): number => {
  const [from = 0, to = 0] = [starts[at], starts[at + 1]];
  const both = Math.min(to - from, other.length);
  for (let i = 0; i < both; i++) {
    const difference = (bytes[from + i] ?? 0) - (other[i] ?? 0);
    if (difference !== 0) return difference;
  }
  return to - from - other.length;
};

/** How many there are. */
export const sizeOf = ({ starts }: Texts): number => starts.length - 1;

/** The first that is not before the text. */
const lowerBound = (texts: Texts, text: Uint8Array): number => {
  let [from, to] = [0, sizeOf(texts)];
  while (from < to) {
    const middle = (from + to) >>> 1;
    if (compareAt(texts, middle, text) < 0) from = middle + 1;
    else to = middle;
  }
  return from;
};

/** Where a text is among sorted ones; undefined when it is not. */
export const findText = (texts: Texts, wanted: string): number | undefined => {
  const text = encoder.encode(wanted);
  const at = lowerBound(texts, text);
  return at < sizeOf(texts) && compareAt(texts, at, text) === 0 ? at : undefined;
};

/** Where texts are that begin so, the first `most` of them. */
export const textsFrom = (texts: Texts, prefix: string, most: number): number[] => {
  const found: number[] = [];
  const text = encoder.encode(prefix);
  for (let at = lowerBound(texts, text); at < sizeOf(texts) && found.length < most; at++) {
    if (!textAt(texts, at).startsWith(prefix)) break;
    found.push(at);
  }
  return found;
};

/** How far a row of the comparison has come: edits between each beginning of the wanted word and what was read. */
type Row = readonly number[];

/** One more character read; `last` is the one before it, for two that changed places. */
const nextRow = (wanted: string, row: Row, before: Row | undefined, read: string, last: string): Row => {
  const next = [(row[0] ?? 0) + 1];
  for (let i = 1; i <= wanted.length; i++) {
    const same = wanted[i - 1] === read ? 0 : 1;
    let least = Math.min((row[i - 1] ?? 0) + same, (row[i] ?? 0) + 1, (next[i - 1] ?? 0) + 1);
    const isSwapped = i > 1 && before !== undefined && wanted[i - 1] === last && wanted[i - 2] === read;
    if (isSwapped) least = Math.min(least, (before?.[i - 2] ?? 0) + 1);
    next.push(least);
  }
  return next;
};

/**
 * Texts within so many edits (a letter more, less, other, or two swapped: Damerau-Levenshtein, optimal string
 * alignment). Sorted texts share beginnings, so their rows are shared, and what cannot become near is passed over.
 */
export const textsNear = (
  texts: Texts,
  wanted: string,
  edits: number,
): { readonly text: string; readonly distance: number }[] => {
  const found: { text: string; distance: number }[] = [];
  const rows: Row[] = [Array.from({ length: wanted.length + 1 }, (_, i) => i)];
  let shared = "";
  for (let at = 0; at < sizeOf(texts); ) {
    const text = textAt(texts, at);
    let same = 0;
    while (same < shared.length && same < rows.length - 1 && shared[same] === text[same]) same++;
    rows.length = same + 1;
    let hopeless: string | undefined;
    for (let i = same; i < text.length && hopeless === undefined; i++) {
      const row = nextRow(wanted, rows[i] as Row, rows[i - 1], text[i] ?? "", text[i - 1] ?? "");
      rows.push(row);
      if (Math.min(...row) > edits) hopeless = text.slice(0, i + 1);
    }
    shared = text;
    if (hopeless === undefined) {
      const distance = rows[text.length]?.[wanted.length] ?? Number.POSITIVE_INFINITY;
      if (distance <= edits) found.push({ text, distance });
      at++;
    } else at = lowerBound(texts, encoder.encode(`${hopeless}\u{10ffff}`));
  }
  return found;
};

/** Whether two words are within so many edits of each other, as `textsNear` counts them. */
export const isNear = (one: string, other: string, edits: number): boolean => {
  if (Math.abs(one.length - other.length) > edits) return false;
  const rows: Row[] = [Array.from({ length: one.length + 1 }, (_, i) => i)];
  for (const [i, read] of [...other].entries())
    rows.push(nextRow(one, rows[i] as Row, rows[i - 1], read, other[i - 1] ?? ""));
  return (rows.at(-1)?.[one.length] ?? edits + 1) <= edits;
};
