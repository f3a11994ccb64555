import { isFiller, spokenWords, stemOf } from "../../shared/search/words.ts";

/** A title with fewer telling words says too little to be alike by. */
const fewest = 2;
/** Enough to tell titles apart; what comes behind changes little. */
const most = 24;

/** The stems of a title's telling words, each once, in order; empty where it says too little. */
export const titleWords = (title: string | undefined): string[] => {
  const told = spokenWords(title ?? "").filter((word) => !isFiller(word));
  const words = [...new Set(told.map(stemOf))].slice(0, most).toSorted();
  return words.length < fewest ? [] : words;
};

/** How many of all words both have (Jaccard), from 0 to 1. */
const likeness = (a: readonly string[], b: readonly string[]): number => {
  const both = a.filter((word) => b.includes(word)).length;
  return both / (a.length + b.length - both || 1);
};

/** Titles that share so much of their words are about the same; two of three words are, one of two are not. */
const enough = 0.6;
export const isLikeText = (a: readonly string[], b: readonly string[]): boolean => likeness(a, b) >= enough;

/** FNV-1a over the characters, begun elsewhere for each of several independent hashes. */
const hash = (text: string, seed: number): number => {
  let value = (0x811c9dc5 ^ Math.imul(seed + 1, 0x9e3779b1)) >>> 0;
  for (let i = 0; i < text.length; i++) value = Math.imul(value ^ text.charCodeAt(i), 0x01000193) >>> 0;
  value = Math.imul(value ^ (value >>> 15), 0x2c1b3c6d);
  return (value ^ (value >>> 13)) >>> 0;
};

/**
 * MinHash in bands (Broder 1997): two titles meet in a band with the probability `likeness ^ rows`, so that
 * those which are enough alike meet in one of eight with 0.87, of 0.8 with 0.998, and strangers hardly ever.
 * What meets is compared word by word.
 */
const bands = 8;
const rows = 3;

/** Texts under which titles like this one are found: one lookup each, however many incidents there are. */
export const bandsOf = (words: readonly string[]): string[] =>
  words.length === 0
    ? []
    : Array.from({ length: bands }, (_, band) => {
        const least = Array.from({ length: rows }, (_, row) =>
          Math.min(...words.map((word) => hash(word, band * rows + row))),
        );
        return `${band}:${least.map((value) => value.toString(36)).join(".")}`;
      });

export const bandKeys = (of: readonly string[]): string[] => of.map((band) => `text#${band}`);
