import type { Counts } from "../../../shared/dynamo/counted.ts";
import { isFiller, wordsOf } from "../../../shared/search/words.ts";

/** Of a question that found nothing, what may be kept: a few words, without anything that looks like a person or a key. */
const mostWords = 6;
const day = 24 * 3600;

/**
 * The words of a question in alphabetical order, so that nobody's sentence is kept: names with digits, addresses and
 * what is longer than words are is left out.
 */
export const gapWords = (text: string): string =>
  [...new Set(wordsOf(text.replace(/\S*@\S*/g, " ")).map(({ whole }) => whole))]
    .filter((word) => word.length > 2 && word.length < 30 && !/\p{N}/u.test(word) && !isFiller(word))
    .slice(0, mostWords)
    .toSorted()
    .join(" ");

const groupOf = (date: Date): string => `gap#${date.toISOString().slice(0, 10)}`;

/** Counts a question that found nothing; forgotten after so many days. */
export const countGap = async (counts: Counts, text: string, now: Date, keepDays: number): Promise<void> => {
  const words = gapWords(text);
  if (words !== "") await counts.add(groupOf(now), words, keepDays * day);
};

/** What was searched for in vain in the last days, most often first. */
export const gapsOf = async (
  counts: Counts,
  now: Date,
  days: number,
  most: number,
): Promise<readonly { readonly words: string; readonly count: number }[]> => {
  const dates = Array.from({ length: days }, (_, i) => new Date(now.getTime() - i * day * 1000));
  const sums = new Map<string, number>();
  for (const all of await Promise.all(dates.map((date) => counts.all(groupOf(date)))))
    for (const { name, count } of all) sums.set(name, (sums.get(name) ?? 0) + count);
  return [...sums]
    .map(([words, count]) => ({ words, count }))
    .toSorted((a, b) => b.count - a.count || (a.words < b.words ? -1 : 1))
    .slice(0, most);
};
