import type { Facts, Kept } from "./facts.ts";

type Saved = {
  readonly number: number;
  readonly title: string;
  readonly body: string;
  readonly audience: string;
};
type Shown = { readonly number: number; readonly audience: string };

const articlesOf = ({ kept }: Facts): readonly Kept[] => kept.filter(({ id }) => /^KB\d+$/.test(id));

const versionsOf = ({ beside }: Kept): readonly Saved[] =>
  beside.filter(({ sk }) => sk.startsWith("PART#")).map(({ value }) => value as Saved);

/** Which versions readers ever read. */
const shownOf = ({ history }: Kept): readonly Shown[] =>
  history.flatMap(({ changes }) =>
    changes.published?.to === undefined ? [] : [changes.published.to as Shown],
  );

/** The words of each version, and who may have read them at any time. */
const wordsOf = (
  article: Kept,
): readonly { readonly words: readonly string[]; readonly audience: string }[] => {
  const shown = new Map(shownOf(article).map(({ number, audience }) => [number, audience]));
  return versionsOf(article).map(({ number, title, body }) => ({
    words: [title, body],
    audience: shown.get(number) ?? "nobody",
  }));
};

const mayRead: Readonly<Record<string, readonly string[]>> = {
  eve: ["everyone"],
  emil: ["everyone"],
  nora: ["everyone", "agents"],
};

/** Every version that was ever saved is there, and nobody was shown words that were not for them. */
export const brokenReaders = (facts: Facts): string[] => {
  const articles = articlesOf(facts);
  const missing = articles.flatMap((article) => {
    const saved = versionsOf(article).map(({ number }) => number);
    const latest = (article.item?.record as { latest?: { number: number } } | undefined)?.latest?.number ?? 0;
    const all = Array.from({ length: latest }, (_, i) => i + 1);
    return JSON.stringify(saved.toSorted((a, b) => a - b)) === JSON.stringify(all)
      ? []
      : [`${article.id} has versions ${saved} and not 1 to ${latest}`];
  });
  const all = articles.flatMap(wordsOf);
  const leaks = facts.tasks.flatMap(({ operation, attempts }) => {
    const allowed = mayRead[operation.as];
    const isReading = operation.method === "GET" || operation.path === "/knowledge/search";
    if (allowed === undefined || !isReading) return [];
    // A version that was taken back says the same as the one before it, which people may read.
    const told = all.filter(({ audience }) => allowed.includes(audience)).flatMap(({ words }) => words);
    const kept = all.filter(({ audience }) => !allowed.includes(audience)).flatMap(({ words }) => words);
    const secrets = kept.filter((word) => !told.includes(word));
    return attempts.flatMap(({ body }) => {
      const text = JSON.stringify(body ?? "");
      // What one asks with may be said again.
      const asked = JSON.stringify(operation.body ?? "");
      const leaked = secrets.filter((word) => text.includes(JSON.stringify(word)) && !asked.includes(word));
      return leaked.map((word) => `${operation.as} was shown ${word} by ${operation.path}`);
    });
  });
  return [...missing, ...leaks];
};
