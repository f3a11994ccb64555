type Item = { readonly name: string; readonly summary: string; readonly keywords: readonly string[] };

const wordsOf = (text: string): readonly string[] => text.toLowerCase().split(/\s+/).filter(Boolean);

const hasAll = (text: string, words: readonly string[]): boolean =>
  words.every((word) => text.toLowerCase().includes(word));

/** What of a catalog has all words that were typed, in any order; what is called so comes before what is only about it. */
export const foundItems = <T extends Item>(items: readonly T[], typed: string): readonly T[] => {
  const words = wordsOf(typed);
  const about = items.filter(({ name, summary, keywords }) =>
    hasAll([name, summary, ...keywords].join(" "), words),
  );
  const called = about.filter(({ name }) => hasAll(name, words));
  return [...called, ...about.filter((item) => !called.includes(item))];
};
