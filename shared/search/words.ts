import { stemmer } from "stemmer";

/** Words that say too little to search by, unless a question has no others. */
const fillers = new Set(
  (
    "a an and are as at be but by can do for from has have how i if in into is it its my no not of on or our " +
    "so such that the their then there these they this to was we what when where which who why will with you your"
  ).split(" "),
);
export const isFiller = (word: string): boolean => fillers.has(word);

/** Letters and digits, held together by what names of machines, paths and codes are made with. */
const chunks = /[\p{L}\p{N}\p{M}]+(?:[._\-:/@'’][\p{L}\p{N}\p{M}]+)*/gu;
const joints = /[._\-:/@'’]+/u;
/** `KubePod|Crash|Looping`, `HTTP|Server`, `error|42`. */
const humps = /(?<=\p{Ll})(?=\p{Lu})|(?<=\p{Lu})(?=\p{Lu}\p{Ll})|(?<=\p{L})(?=\p{N})|(?<=\p{N})(?=\p{L})/u;

/** Longer ones are no words: keys, hashes, encoded data. */
const longest = 64;

const isAscii = (text: string): boolean => /^[\0-\x7f]*$/.test(text);
const plain = (text: string): string =>
  (isAscii(text) ? text : text.normalize("NFKD").replace(/\p{M}/gu, "")).toLowerCase();

/** What a word is looked up by: `restarting` and `restarts` are both `restart` (Porter's stemmer, for English). */
export const stemOf = (word: string): string => (/^[a-z]{3,}$/.test(word) ? stemmer(word) : word);

/**
 * A word as it stands in a text. One that is put together (`KubePodCrashLooping`, `db-1.example.com`, `0x8007`)
 * has `parts`; simple ones have none. All in lower case, without accents.
 */
export type Word = { readonly whole: string; readonly parts: readonly string[] };

/** The words of a text, in order. */
export const wordsOf = (text: string): Word[] =>
  [...text.normalize("NFKC").matchAll(chunks)].flatMap(([chunk]) => {
    const simple = chunk.replace(/['’](?:s|t|re|ve|ll|d|m)$/iu, "");
    const parts = simple
      .split(joints)
      .flatMap((piece) => piece.split(humps))
      .map(plain)
      .filter((part) => part !== "" && part.length <= longest);
    const whole = parts.join("");
    if (whole === "") return [];
    return [{ whole, parts: parts.length > 1 ? parts : [] }];
  });

/** All words of a text as they are spoken, also the parts of those that are put together. */
export const spokenWords = (text: string): string[] =>
  wordsOf(text).flatMap(({ whole, parts }) => [...(whole.length <= longest ? [whole] : []), ...parts]);
