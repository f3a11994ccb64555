import fc from "fast-check";
import { bandsOf, isLikeText, titleWords } from "../../../services/problem/text-likeness.ts";

const meets = (a: readonly string[], b: readonly string[]): boolean =>
  bandsOf(a).some((band) => bandsOf(b).includes(band));

describe("titles", () => {
  test("are alike by most of their words, in whatever order and form", () => {
    const [a, b] = ["VPN connection drops every hour", "Dropped VPN connections, every hour"].map((title) =>
      titleWords(title),
    );
    expect(isLikeText(a ?? [], b ?? [])).toBe(true);
  });

  test("are not alike by what all titles say", () => {
    expect(isLikeText(titleWords("Printer prints blank pages"), titleWords("Printer is on fire"))).toBe(
      false,
    );
    expect(isLikeText(titleWords("Symptom 491"), titleWords("Symptom 492"))).toBe(false);
  });

  const like = (a: string, b: string, synonyms: readonly (readonly string[])[] = []): boolean =>
    isLikeText(titleWords(a, synonyms), titleWords(b, synonyms));

  test("are alike in spite of slips, also where there is only one other word", () => {
    expect(like("pasword reset", "Reset of password")).toBe(true);
    expect(like("Pirnter jams", "Printer jammed")).toBe(true);
    expect(like("Mail stops", "Main stops")).toBe(false);
    expect(like("server1234 down", "server1235 down")).toBe(false);
  });

  test("are alike by words that mean the same, where somebody said so", () => {
    const synonyms = [["laptop", "notebook"]];
    expect(like("Laptop freezes", "Notebook is freezing", synonyms)).toBe(true);
    expect(like("Laptop freezes", "Notebook is freezing")).toBe(false);
  });

  test("are alike where one says all that the other says, and not much more", () => {
    expect(like("VPN drops", "VPN connection keeps dropping")).toBe(true);
    expect(like("VPN drops", "VPN connection keeps dropping on trains and planes")).toBe(false);
    expect(like("VPN drops", "VPN certificate expired drops")).toBe(true);
    expect(like("VPN client drops", "VPN connection keeps dropping")).toBe(false);
  });

  test("with slips in them meet as well as those without", () => {
    const pairs = [
      ["pasword reset", "password reset"],
      ["conection lost", "connection lost"],
      ["prniter offline", "printer offline"],
    ] as const;
    for (const [a, b] of pairs) expect(meets(titleWords(a), titleWords(b))).toBe(true);
  });

  test("of fewer than two telling words say too little", () => {
    expect([titleWords("Help!"), titleWords("It is not on"), titleWords(undefined)]).toEqual([[], [], []]);
  });

  test("with the same words meet in every band, whatever their order", () => {
    fc.assert(
      fc.property(fc.uniqueArray(fc.string({ minLength: 1 }), { minLength: 2, maxLength: 9 }), (words) => {
        expect(bandsOf(words.toReversed())).toEqual(bandsOf(words));
      }),
    );
  });

  test("that are alike nearly always meet, and strangers nearly never", () => {
    const title = (from: number, count: number) => Array.from({ length: count }, (_, i) => `word${from + i}`);
    const rounds = Array.from({ length: 250 }, (_, i) => i * 50);
    const share = (other: (from: number) => readonly string[]) =>
      rounds.filter((from) => meets(title(from, 9), other(from))).length / rounds.length;
    // Eight of ten words in common; none.
    expect(share((from) => title(from + 1, 9))).toBeGreaterThan(0.98);
    expect(share((from) => title(from + 20, 9))).toBeLessThan(0.02);
  });
});
