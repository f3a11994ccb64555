/** What may stand between several values in one field: ids are also told apart by blanks, words may have some. */
const betweenOf = { ids: /[\s,;]+/, words: /[,;\n]+/ } as const;

/** What a field of several values holds: ids such as CI0000001, or words such as "vpn client". */
export type ListOf = keyof typeof betweenOf;

/** Several values as one types them. */
export const valuesIn = (text: string, of: ListOf): readonly string[] =>
  text
    .split(betweenOf[of])
    .map((value) => value.trim())
    .filter(Boolean);

/** Values as a text to go on with. */
export const textOfValues = (values: readonly string[]): string => values.join(", ");

/** What the field shows: what was typed, to the letter, while it says the same as the values. */
export const shownText = (typed: string, values: readonly string[], of: ListOf): string =>
  valuesIn(typed, of).join("\n") === values.join("\n") ? typed : textOfValues(values);
