import fc from "fast-check";
import { findText, packTexts, sizeOf, textAt, textsFrom, textsNear } from "../../../shared/search/texts.ts";

const pack = (words: readonly string[]) =>
  packTexts([...new Set(words)].map((word) => Buffer.from(word)).sort(Buffer.compare));

/** Restricted Damerau-Levenshtein by its definition. */
const distance = (a: string, b: string): number => {
  const table = Array.from({ length: a.length + 1 }, (_, i) => [i]);
  const at = (i: number, j: number) => table[i]?.[j] ?? Number.POSITIVE_INFINITY;
  for (let j = 0; j <= b.length; j++)
    for (let i = 0; i <= a.length; i++) {
      const row = table[i] as number[];
      if (i === 0) row[j] = j;
      else if (j > 0) {
        const cost = a[i - 1] === b[j - 1] ? 0 : 1;
        row[j] = Math.min(at(i - 1, j) + 1, at(i, j - 1) + 1, at(i - 1, j - 1) + cost);
        if (a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1]) row[j] = Math.min(at(i, j), at(i - 2, j - 2) + 1);
      }
    }
  return at(a.length, b.length);
};

const word = fc.string({ unit: fc.constantFrom("a", "b", "c", "é", "𝕏"), minLength: 1, maxLength: 7 });
const words = fc.array(word, { maxLength: 40 });

describe("sorted texts", () => {
  test("each is found where it is, and nothing else", () => {
    fc.assert(
      fc.property(words, word, (all, other) => {
        const texts = pack(all);
        expect(sizeOf(texts)).toBe(new Set(all).size);
        for (const each of all) expect(textAt(texts, findText(texts, each) ?? -1)).toBe(each);
        expect(findText(texts, other) === undefined).toBe(!all.includes(other));
      }),
    );
  });

  test("those that begin so are all that do", () => {
    fc.assert(
      fc.property(words, word, (all, prefix) => {
        const texts = pack(all);
        const found = textsFrom(texts, prefix, 100).map((at) => textAt(texts, at));
        expect(found.toSorted()).toEqual(
          [...new Set(all)].filter((each) => each.startsWith(prefix)).toSorted(),
        );
      }),
    );
  });

  test("those near are all within so many edits, at their distance", () => {
    const simple = fc.string({ unit: fc.constantFrom("a", "b", "c"), minLength: 1, maxLength: 7 });
    fc.assert(
      fc.property(
        fc.array(simple, { maxLength: 40 }),
        simple,
        fc.constantFrom(1, 2),
        (all, wanted, edits) => {
          const expected = [...new Set(all)]
            .map((text) => ({ text, distance: distance(wanted, text) }))
            .filter((each) => each.distance <= edits);
          const byText = (a: { text: string }, b: { text: string }) => (a.text < b.text ? -1 : 1);
          expect(textsNear(pack(all), wanted, edits).toSorted(byText)).toEqual(expected.toSorted(byText));
        },
      ),
    );
  });
});
