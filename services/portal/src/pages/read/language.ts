import type { Schemas } from "../../../../../docs/generated/api.ts";

type Listed = Pick<Schemas["ListedArticle"], "id" | "published">;

/** The same article in another language. */
export type Edition = { readonly id: string; readonly language: string; readonly title: string };

const names = new Intl.DisplayNames(undefined, { type: "language", fallback: "code" });

/** A language by its name in the person's own: `nb` is Norwegian Bokmål. */
export const languageName = (tag: string): string => names.of(tag) ?? tag;

/** What readers may read of an article and its translations, but for the one that is shown. */
export const otherEditions = (articles: readonly Listed[], shownId: string): readonly Edition[] =>
  articles.flatMap(({ id, published }) =>
    published === undefined || id === shownId
      ? []
      : [{ id, language: published.language, title: published.title }],
  );

const baseOf = (tag: string): string => tag.split("-")[0] ?? tag;

/** The edition in the language that the person reads best, where what is shown is in one they read less well. */
export const betterEdition = (
  shown: string,
  others: readonly Edition[],
  reads: readonly string[],
): Edition | undefined => {
  for (const language of reads.map(baseOf)) {
    if (language === baseOf(shown)) return undefined;
    const found = others.find((each) => baseOf(each.language) === language);
    if (found !== undefined) return found;
  }
  return undefined;
};
