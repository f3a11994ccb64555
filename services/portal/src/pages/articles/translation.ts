/** Languages that articles are to be there in and this one is not. */
export const missingLanguages = (wanted: readonly string[], there: readonly string[]): readonly string[] =>
  wanted.filter((language) => !there.includes(language));

/** Where a translation is begun: the original, and the language if one is meant. */
export const translateAddress = (originalId: string, language: string): string =>
  `/articles/new?${new URLSearchParams({ translationOf: originalId, ...(language === "" ? {} : { language }) })}`;

/** What the address of the writer says of a translation; undefined where it is to be an article of its own. */
export const translationIn = (search: string) => {
  const query = new URLSearchParams(search);
  const originalId = query.get("translationOf");
  return originalId === null ? undefined : { originalId, language: query.get("language") ?? "" };
};
