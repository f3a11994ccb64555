import { isFiller, stemOf, wordsOf } from "../../shared/search/words.ts";

/** What a text is about: its words in their simplest form, without those that say little. */
const themeOf = (text: string): ReadonlySet<string> => {
  const words = wordsOf(text).flatMap(({ whole, parts }) => [whole, ...parts]);
  return new Set(words.filter((word) => word.length > 2 && !isFiller(word)).map(stemOf));
};

const shared = (a: ReadonlySet<string>, b: ReadonlySet<string>): number =>
  [...a].filter((word) => b.has(word)).length;

/** How much two short texts say the same, from 0 to 1 (Dice's coefficient of their words). */
const alike = (a: ReadonlySet<string>, b: ReadonlySet<string>): number =>
  a.size + b.size === 0 ? 0 : (2 * shared(a, b)) / (a.size + b.size);

/** How much of a short text a longer one says, from 0 to 1. */
const covered = (short: ReadonlySet<string>, long: ReadonlySet<string>): number =>
  short.size === 0 ? 0 : shared(short, long) / short.size;

/** What a ticket or an article is about, by its title and by all it says. */
export type Themes = { readonly title: ReadonlySet<string>; readonly text: ReadonlySet<string> };

export const themesOf = (told: { readonly title: string; readonly text: string }): Themes => ({
  title: themeOf(told.title),
  text: themeOf(told.text),
});

const weights = { title: 0.6, text: 0.4 } as const;

/** How much two tickets, or a ticket and what was drafted from another, are the same again, from 0 to 1. */
export const sameAgain = (a: Themes, b: Themes): number => {
  const texts = alike(a.text, b.text);
  // Nearly the same words are the same again, whatever somebody called them.
  return Math.max(weights.title * alike(a.title, b.title) + weights.text * texts, texts);
};

/** How well an article says what a ticket was and how it was resolved, from 0 to 1: it may say much more. */
export const likenessTo = (ticket: Themes, article: Themes): number => {
  const said = new Set([...article.title, ...article.text]);
  const naming = Math.max(alike(ticket.title, article.title), covered(ticket.title, said) / 2);
  return Math.max(
    weights.title * naming + weights.text * covered(ticket.text, said),
    sameAgain(ticket, article),
  );
};
