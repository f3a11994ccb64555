type Text = string | ((...values: never[]) => string);
type Catalogue = { readonly [name: string]: Text | Catalogue };
type Partly<T> = { readonly [K in keyof T]?: T[K] extends Catalogue ? Partly<T[K]> : T[K] };

const isCatalogue = (value: unknown): value is Catalogue => typeof value === "object" && value !== null;

const filled = <T extends Catalogue>(english: T, other: Partly<T>): T =>
  Object.fromEntries(
    Object.entries(english).map(([name, text]) => {
      const translated = other[name];
      if (isCatalogue(text)) return [name, filled(text, (translated ?? {}) as Partly<Catalogue>)];
      return [name, translated ?? text];
    }),
  ) as T;

/** Languages the person reads, best first, without regions. */
const languages = (): readonly string[] =>
  (globalThis.navigator?.languages ?? []).map((tag) => tag.split("-")[0] ?? tag);

/**
 * The texts of a part of the portal in the person's language. English is whole; a translation that lacks a text
 * shows the English one. Texts with numbers or names in them are functions, so that a language can order its words.
 */
export const defineTexts = <T extends Catalogue>(catalogues: {
  readonly en: T;
  readonly [language: string]: Partly<T>;
}): T => {
  const found = languages().find((language) => Object.hasOwn(catalogues, language)) ?? "en";
  return found === "en" ? catalogues.en : filled(catalogues.en, catalogues[found] ?? {});
};
