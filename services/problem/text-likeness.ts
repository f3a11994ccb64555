import { isNear } from "../../shared/search/texts.ts";
import type { Synonyms } from "../../shared/search/understand.ts";
import { isFiller, spokenWords, stemOf } from "../../shared/search/words.ts";

/** A title with fewer telling words says too little to be alike by. */
const fewest = 2;
/** Enough to tell titles apart; what comes behind changes little. */
const most = 24;

/** Of words that mean the same the first stands for all. */
const meaning = (word: string, synonyms: Synonyms): string =>
  synonyms.find((same) => same.includes(word))?.[0] ?? word;

/**
 * What a title is about, as the search takes it: the stems of its telling words, one for all that mean the same, each
 * once, in order; empty where it says too little.
 */
export const titleWords = (title: string | undefined, synonyms: Synonyms = []): string[] => {
  const told = spokenWords(title ?? "").filter((word) => !isFiller(word));
  const words = [...new Set(told.map((word) => stemOf(meaning(word, synonyms))))].slice(0, most).toSorted();
  return words.length < fewest ? [] : words;
};

/** Shorter stems have too many neighbours, and codes none: what differs there is another word. */
const isSlip = (a: string, b: string): boolean =>
  Math.min(a.length, b.length) >= 6 && !/\p{N}/u.test(a + b) && isNear(a, b, 1);

/** How many words two titles share, also where one of them has a slip: each counts once. */
const shared = (a: readonly string[], b: readonly string[]): number => {
  const left = b.filter((word) => !a.includes(word));
  const slips = a
    .filter((word) => !b.includes(word))
    .filter((word) => {
      const at = left.findIndex((other) => isSlip(word, other));
      if (at >= 0) left.splice(at, 1);
      return at >= 0;
    });
  return a.filter((word) => b.includes(word)).length + slips.length;
};

/** Titles that share so much of all their words are about the same: two of three words are, one of two are not. */
const enough = 0.6;
/** Where one says all that the other says, half of it is enough: `VPN drops`, `VPN connection keeps dropping`. */
const enoughWithin = 0.5;

/** Whether two titles are about the same, by the words they share among all they have (Jaccard). */
export const isLikeText = (a: readonly string[], b: readonly string[]): boolean => {
  const [shorter, longer] = [Math.min(a.length, b.length), Math.max(a.length, b.length)];
  if (shorter < enoughWithin * longer || shorter === 0) return false;
  const both = shared(a, b);
  return both / (a.length + b.length - both) >= (both === shorter ? enoughWithin : enough);
};

/** A word without what slips of the pen change most: vowels behind its first letter, and letters said twice. */
const skeletonOf = (word: string): string =>
  /\p{N}/u.test(word) || word.length < 5
    ? word
    : `${word[0]}${word.slice(1).replace(/[aeiouy]/g, "")}`.replace(/(.)\1+/g, "$1");

/** FNV-1a over the characters, begun elsewhere for each of several independent hashes. */
const hash = (text: string, seed: number): number => {
  let value = (0x811c9dc5 ^ Math.imul(seed + 1, 0x9e3779b1)) >>> 0;
  for (let i = 0; i < text.length; i++) value = Math.imul(value ^ text.charCodeAt(i), 0x01000193) >>> 0;
  value = Math.imul(value ^ (value >>> 15), 0x2c1b3c6d);
  return (value ^ (value >>> 13)) >>> 0;
};

/**
 * MinHash in bands (Broder 1997) over the skeletons of words: two titles meet in a band with the probability
 * `likeness ^ rows`, so that those which are just enough alike meet in one of twelve with 0.94, of 0.8 with 0.9999,
 * half alike with 0.8, and strangers hardly ever. What meets is compared word by word.
 */
const bands = 12;
const rows = 3;

/** Texts under which titles like this one are found: one lookup each, however many incidents there are. */
export const bandsOf = (words: readonly string[]): string[] => {
  const skeletons = words.map(skeletonOf);
  return words.length === 0
    ? []
    : Array.from({ length: bands }, (_, band) => {
        const least = Array.from({ length: rows }, (_, row) =>
          Math.min(...skeletons.map((word) => hash(word, band * rows + row))),
        );
        return `${band}:${least.map((value) => value.toString(36)).join(".")}`;
      });
};

export const bandKeys = (of: readonly string[]): string[] => of.map((band) => `text#${band}`);
