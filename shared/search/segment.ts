import { createBytes } from "./bytes.ts";
import { fieldNames, type SearchDocument } from "./document.ts";
import { packTexts, type Texts } from "./texts.ts";
import { spokenWords, stemOf } from "./words.ts";

/**
 * An index that is never changed once it is built: sorted terms, and for each the documents that have it with
 * how often by field. Typed arrays all through, so that it is loaded by pointing at its bytes.
 */
export type Segment = {
  readonly documents: number;
  readonly ids: Texts;
  /** Every word as it is written, sorted: for words that are only begun or misspelt. */
  readonly words: Texts;
  /** Sorted by their bytes. Tags are terms, too, behind `tagMark`. */
  readonly terms: Texts;
  /**
   * Where the documents of term `i` begin in `postings`; the last is its length. Each is twice its distance from
   * the one before, and one more where the term is once in the body and nowhere else; otherwise how often it is
   * in each field follows.
   */
  readonly postingStarts: Uint32Array;
  readonly postings: Uint8Array;
  /** In how many documents each term is. */
  readonly counts: Uint32Array;
  /** Terms in each field of each document, field by field. */
  readonly lengths: Uint32Array;
};

const lastField = fieldNames.length - 1;

/** No word begins with it. */
export const tagMark = "\u0000";

type Posting = { readonly document: number; readonly often: number[] };

const gather = (documents: readonly SearchDocument[], lengths: Uint32Array) => {
  const spoken = new Map<string, string>();
  const postings = new Map<string, Posting[]>();
  const add = (term: string, document: number, field: number) => {
    let list = postings.get(term);
    if (list === undefined) {
      list = [];
      postings.set(term, list);
    }
    let last = list.at(-1);
    if (last?.document !== document) {
      last = { document, often: fieldNames.map(() => 0) };
      list.push(last);
    }
    last.often[field] = (last.often[field] ?? 0) + 1;
  };
  for (const [at, document] of documents.entries()) {
    for (const [field, name] of fieldNames.entries()) {
      const words = spokenWords(document[name] ?? "");
      lengths[field * documents.length + at] = words.length;
      for (const word of words) {
        const stem = spoken.get(word) ?? stemOf(word);
        spoken.set(word, stem);
        add(stem, at, field);
      }
    }
    for (const tag of new Set(document.tags)) add(tagMark + tag, at, lastField);
  }
  return { spoken, postings };
};

/** One document of a term, as `postings` holds it: its distance from the one before, and how often in each field. */
export const writePosting = (
  out: ReturnType<typeof createBytes>,
  distance: number,
  often: ArrayLike<number>,
): void => {
  let others = 0;
  for (let field = 0; field < lastField; field++) others += often[field] as number;
  const isUsual = others === 0 && often[lastField] === 1;
  out.number(distance * 2 + (isUsual ? 1 : 0));
  if (!isUsual) for (let field = 0; field <= lastField; field++) out.number(often[field] as number);
};

/** Indexes documents; of several with one id the last counts. */
export const buildSegment = (given: readonly SearchDocument[]): Segment => {
  const documents = [...new Map(given.map((document) => [document.id, document])).values()];
  const lengths = new Uint32Array(fieldNames.length * documents.length);
  const { spoken, postings } = gather(documents, lengths);
  const gathered = [...postings]
    .map(([term, list]) => [Buffer.from(term), list] as const)
    .sort(([a], [b]) => Buffer.compare(a, b));
  const postingStarts = new Uint32Array(gathered.length + 1);
  const out = createBytes();
  for (const [i, [, list]] of gathered.entries()) {
    let before = 0;
    for (const { document, often } of list) {
      writePosting(out, document - before, often);
      before = document;
    }
    postingStarts[i + 1] = out.length();
  }
  return {
    documents: documents.length,
    ids: packTexts(documents.map(({ id }) => Buffer.from(id))),
    words: packTexts([...spoken.keys()].map((word) => Buffer.from(word)).sort(Buffer.compare)),
    terms: packTexts(gathered.map(([term]) => term)),
    postingStarts,
    postings: out.taken(),
    counts: Uint32Array.from(gathered, ([, list]) => list.length),
    lengths,
  };
};

/**
 * Calls back for every document that has the term, until it is answered `true`; `often` is the same array each time. Written out rather than
 * put together from smaller functions: most of a search's time is spent here.
 */
export const eachPosting = (
  { postings, postingStarts }: Segment,
  term: number,
  visit: (document: number, often: Uint32Array) => unknown,
): void => {
  const often = new Uint32Array(fieldNames.length);
  const end = postingStarts[term + 1] ?? 0;
  let at = postingStarts[term] ?? 0;
  let document = 0;
  while (at < end) {
    let [byte, value, shift] = [postings[at++] as number, 0, 0];
    for (value = byte & 127; byte > 127; value |= (byte & 127) << shift) {
      byte = postings[at++] as number;
      shift += 7;
    }
    document += value >>> 1;
    if ((value & 1) === 1) {
      often.fill(0);
      often[lastField] = 1;
    } else
      for (let field = 0; field <= lastField; field++) {
        let count = 0;
        shift = 0;
        do {
          byte = postings[at++] as number;
          count |= (byte & 127) << shift;
          shift += 7;
        } while (byte > 127);
        often[field] = count;
      }
    if (visit(document, often) === true) return;
  }
};
