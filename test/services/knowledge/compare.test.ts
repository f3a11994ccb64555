import fc from "fast-check";
import { compareLines } from "../../../services/knowledge/compare.ts";

const texts = fc
  .array(fc.constantFrom("a", "b", "c", ""), { maxLength: 12 })
  .map((lines) => lines.join("\n"));
const sideOf = (earlier: string, later: string, without: "added" | "removed"): string =>
  compareLines(earlier, later)
    .filter(({ change }) => change !== without)
    .map(({ text }) => text)
    .join("\n");

/** Length of the longest common subsequence, worked out the slow way. */
const common = (a: readonly string[], b: readonly string[]): number => {
  const rows = Array.from({ length: a.length + 1 }, () => new Array<number>(b.length + 1).fill(0));
  for (let i = 1; i <= a.length; i++)
    for (let j = 1; j <= b.length; j++) {
      const row = rows[i] as number[];
      const above = rows[i - 1] as number[];
      row[j] = a[i - 1] === b[j - 1] ? (above[j - 1] ?? 0) + 1 : Math.max(above[j] ?? 0, row[j - 1] ?? 0);
    }
  return rows[a.length]?.[b.length] ?? 0;
};

describe("the comparison of two versions", () => {
  it("holds both texts whole", () => {
    fc.assert(
      fc.property(texts, texts, (earlier, later) => {
        expect(sideOf(earlier, later, "added")).toBe(earlier);
        expect(sideOf(earlier, later, "removed")).toBe(later);
      }),
    );
  });

  it("removes and adds as little as can be", () => {
    fc.assert(
      fc.property(texts, texts, (earlier, later) => {
        const same = compareLines(earlier, later).filter(({ change }) => change === "same").length;
        expect(same).toBe(common(earlier.split("\n"), later.split("\n")));
      }),
    );
  });

  it("gives up on texts that have nothing in common, however long", () => {
    const lines = (word: string) => Array.from({ length: 5000 }, (_, i) => `${word} ${i}`).join("\n");
    expect(compareLines(lines("a"), lines("b"))).toHaveLength(10_000);
  });
});
