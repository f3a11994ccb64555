import type { SearchDocument } from "../../../shared/search/document.ts";

const wordsOf = (text: string): readonly string[] => text.toLowerCase().match(/[a-z0-9]+/g) ?? [];
const [k1, b] = [1.2, 0.75];

/** Ranking as the textbook has it (title and text as one, words as they are): what ours is measured beside. */
export const plainBm25 = (documents: readonly SearchDocument[]) => {
  const bags = documents.map(({ id, title, body }) => ({ id, words: wordsOf(`${title} ${body}`) }));
  const average = bags.reduce((all, { words }) => all + words.length, 0) / bags.length;
  const having = new Map<string, number>();
  for (const { words } of bags)
    for (const word of new Set(words)) having.set(word, (having.get(word) ?? 0) + 1);
  const scoreOf = (words: readonly string[], asked: readonly string[]) =>
    asked.reduce((score, word) => {
      const n = having.get(word) ?? 0;
      const count = words.filter((each) => each === word).length;
      const idf = Math.log(1 + (bags.length - n + 0.5) / (n + 0.5));
      return score + (idf * count * (k1 + 1)) / (count + k1 * (1 - b + (b * words.length) / average));
    }, 0);
  return (text: string, limit: number): readonly string[] =>
    bags
      .map(({ id, words }) => ({ id, score: scoreOf(words, wordsOf(text)) }))
      .filter(({ score }) => score > 0)
      .sort((x, y) => y.score - x.score)
      .slice(0, limit)
      .map(({ id }) => id);
};
