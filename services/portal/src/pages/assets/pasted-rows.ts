/** An asset as it stands on a line of a delivery note or a scanner's list. */
export type PastedRow = {
  readonly serial?: string;
  readonly tag?: string;
  readonly name?: string;
};

const linesOf = (text: string): readonly string[] =>
  text
    .split(/\r?\n/)
    .map((line) => line.trim())
    .filter(Boolean);

/** Serial number, inventory number and name of each line; what is not there is left out. */
export const rowsIn = (text: string): readonly PastedRow[] =>
  linesOf(text).map((line) => {
    const [serial = "", tag = "", ...name] = line.split(/[\t,;]/).map((part) => part.trim());
    const called = name.join(" ").trim();
    return {
      ...(serial === "" ? {} : { serial }),
      ...(tag === "" ? {} : { tag }),
      ...(called === "" ? {} : { name: called }),
    };
  });

/** Those lines of a text whose places are named: what is left to be corrected. */
export const linesAt = (text: string, places: readonly number[]): string => {
  const lines = linesOf(text);
  return places.flatMap((place) => lines[place] ?? []).join("\n");
};

/** What a scanner read, each code once, in the order of the scans. */
export const codesIn = (text: string): readonly string[] => [
  ...new Set(
    text
      .split(/[\r\n\t,;]+/)
      .map((code) => code.trim())
      .filter(Boolean),
  ),
];

/** A list in parts of at most so many. */
export const partsOf = <T>(items: readonly T[], most: number): readonly (readonly T[])[] =>
  Array.from({ length: Math.ceil(items.length / most) }, (_, at) => items.slice(at * most, (at + 1) * most));
