import { frequencyOf, type Index } from "./index-of.ts";
import type { Known } from "./known-words.ts";
import { textAt, textsFrom, textsNear } from "./texts.ts";
import { isFiller, stemOf, type Word, wordsOf } from "./words.ts";

/** One term that a word of the question may stand for; how sure that is, from 0 to 1. */
export type Variant = { readonly term: string; readonly weight: number };

/** What one word of the question is looked up by: the best of its variants counts. */
export type Wanted = {
  readonly word: string;
  readonly variants: readonly Variant[];
  /** The word likely meant by one that is nowhere. */
  readonly meant?: string | undefined;
  /** How often the question says it, once unless given. */
  readonly times?: number;
};

/** Words that mean the same, each a single word; a word may be in several lists. */
export type Synonyms = readonly (readonly string[])[];

const weights = {
  synonym: 0.7,
  prefix: 0.6,
  near: [1, 0.5, 0.3],
  /** Of a word that is there, if in few documents: it may be as misspelt there as it is in the question. */
  nearFew: [0, 0.3, 0.15],
  joined: 0.8,
} as const;
const mostVariants = 40;
/** In no more documents than that a word may be a slip, and so may be looked for beside its neighbours. */
const few = 5;
/** A longer question has other words to be found by, and looking for neighbours is what takes time. */
const fewWords = 8;

/** Short words have too many neighbours. */
const editsFor = (word: string): number =>
  /\p{N}/u.test(word) || word.length < 4 ? 0 : word.length < 8 ? 1 : 2;

type Neighbour = { readonly text: string; readonly distance: number };

const near = ({ segments }: Index, word: string): Neighbour[] =>
  segments.flatMap(({ words }) => textsNear(words, word, editsFor(word)));

const begun = ({ segments }: Index, prefix: string): Variant[] =>
  segments.flatMap(({ words }) =>
    textsFrom(words, prefix, mostVariants).map((at) => ({
      term: stemOf(textAt(words, at)),
      weight: weights.prefix,
    })),
  );

/** Of the nearest the one most documents have. */
const likeliest = (index: Index, neighbours: readonly Neighbour[]): string | undefined =>
  neighbours
    .map(({ text, distance }) => ({ text, distance, frequency: frequencyOf(index, stemOf(text)) }))
    .sort((a, b) => a.distance - b.distance || b.frequency - a.frequency || (a.text < b.text ? -1 : 1))[0]
    ?.text;

/** `crashlooping` where texts say `crash looping`. */
const split = (isKnown: Known, word: string): Wanted[] => {
  for (let at = word.length - 2; at >= 2; at--) {
    const both = [word.slice(0, at), word.slice(at)].map(stemOf);
    if (both.every((term) => term.length > 1 && isKnown(term)))
      return both.map((term) => ({ word, variants: [{ term, weight: weights.joined }] }));
  }
  return [];
};

const best = (variants: readonly Variant[]): Variant[] => {
  const byTerm = new Map<string, number>();
  for (const { term, weight } of variants) byTerm.set(term, Math.max(weight, byTerm.get(term) ?? 0));
  return [...byTerm]
    .map(([term, weight]) => ({ term, weight }))
    .sort((a, b) => b.weight - a.weight)
    .slice(0, mostVariants);
};

const synonymsOf = (word: string, synonyms: Synonyms): Variant[] =>
  synonyms
    .filter((same) => same.includes(word))
    .flatMap((same) => same.filter((other) => other !== word))
    .map((other) => ({ term: stemOf(other), weight: weights.synonym }));

export type Asked = {
  readonly text: string;
  /** The last word may be only begun: someone is typing. */
  readonly isTyping?: boolean | undefined;
  readonly synonyms?: Synonyms | undefined;
};

/** `isShort`: every word counts, also one that looks like a slip. */
type Seen = { readonly index: Index; readonly isKnown: Known; readonly isShort: boolean };

const wantedFor = (
  { index, isKnown, isShort }: Seen,
  word: string,
  isBegun: boolean,
  synonyms: Synonyms,
): Wanted[] => {
  const term = stemOf(word);
  const same = synonymsOf(word, synonyms).filter((variant) => isKnown(variant.term));
  const more = isBegun ? begun(index, word).filter((variant) => isKnown(variant.term)) : [];
  const sure: Variant[] = [{ term, weight: 1 }, ...same, ...more];
  const isThere = isKnown(term) || more.length > 0;
  if (isThere && (!isShort || isKnown(term, few))) return [{ word, variants: best(sure) }];
  const parts = isThere || same.length > 0 ? [] : split(isKnown, word);
  if (parts.length > 0) return parts;
  const neighbours = near(index, word).filter(({ text }) => isKnown(stemOf(text)));
  const surely = isThere ? weights.nearFew : weights.near;
  const unsure = neighbours.map(({ text, distance }) => ({
    term: stemOf(text),
    weight: surely[distance] ?? 0,
  }));
  const variants = best([...sure, ...unsure.filter(({ weight }) => weight > 0)]);
  return [{ word, variants, meant: isThere || same.length > 0 ? undefined : likeliest(index, neighbours) }];
};

/** Neighbours that texts write as one: `crash looping` where they say `CrashLooping`. */
const joined = (isKnown: Known, words: readonly Word[]): Wanted[] =>
  words.slice(1).flatMap(({ whole }, i) => {
    const word = `${words[i]?.whole}${whole}`;
    const term = stemOf(word);
    return isKnown(term) ? [{ word, variants: [{ term, weight: weights.joined }] }] : [];
  });

type Single = { readonly word: string; readonly isLast: boolean };

const countedOnce = (singles: readonly Single[]): readonly (Single & { readonly times: number })[] => {
  const counted = new Map<string, Single & { readonly times: number }>();
  for (const { word, isLast } of singles) {
    const before = counted.get(word);
    counted.set(word, { word, isLast: isLast || before?.isLast === true, times: (before?.times ?? 0) + 1 });
  }
  return [...counted.values()];
};

/** What a question asks for, in terms of the index and of what of it is known to who asks. */
export const understand = (
  index: Index,
  { text, isTyping = false, synonyms = [] }: Asked,
  isKnown: Known,
): Wanted[] => {
  const all = wordsOf(text).slice(0, 64);
  const telling = all.filter(({ whole, parts }) => parts.length > 0 || !isFiller(whole));
  const words = telling.length > 0 ? telling : all;
  const last = all.at(-1);
  const singles = words.flatMap((word) =>
    [word.whole, ...word.parts].map((one) => ({ word: one, isLast: word === last })),
  );
  const seen = { index, isKnown, isShort: words.length <= fewWords };
  return [
    ...countedOnce(singles).flatMap(({ word, isLast, times }) =>
      wantedFor(seen, word, isTyping && isLast, synonyms).map((wanted) => ({ ...wanted, times })),
    ),
    ...joined(isKnown, words),
  ];
};
