import fc from "fast-check";
import { viewProblem } from "../../../services/problem/access.ts";
import { followArticle } from "../../../services/problem/decisions/follow-article.ts";
import type { KnownArticle } from "../../../services/problem/problem.ts";
import { applied, pia, problem } from "./given.ts";

const said = (relation: KnownArticle["relation"], sequence: number): KnownArticle => ({
  id: "KB0000001",
  relation,
  sequence,
});
const told = (...all: readonly KnownArticle[]) =>
  all.reduce((one, each) => applied(one, followArticle(one, each)), problem());
const shown = (...all: readonly KnownArticle[]) =>
  viewProblem(pia, told(...all))?.articles?.map(({ relation }) => relation);

describe("an article and the problem it is about", () => {
  it("are tied from both sides, whoever tied them, until somebody unties them", () => {
    expect(shown(said("made", 1))).toEqual(["made"]);
    expect(shown(said("made", 1), said("linked", 3))).toEqual(["made"]);
    expect(shown(said("linked", 3), said("untied", 4))).toEqual([]);
    expect(shown(said("reused", 0))).toEqual(["reused"]);
    expect(shown(said("linked", 3), said("reused", 0))).toEqual(["linked"]);
  });

  it("are tied by the last word, in whatever order the words come, and nothing is said twice", () => {
    const words = [said("made", 1), said("linked", 2), said("untied", 3), said("linked", 4)];
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 4 }), fc.gen(), (count, gen) => {
        const known = words.slice(0, count);
        const order = gen(fc.shuffledSubarray, known, { minLength: count, maxLength: count });
        const { articles } = told(...order, ...order);
        expect(articles?.[0]).toMatchObject({ sequence: known.at(-1)?.sequence });
        const last = articles?.[0] as KnownArticle;
        expect(followArticle(problem({ articles: [last] }), said("untied", 1))).toEqual([]);
        expect(last.relation === "untied").toBe(known.at(-1)?.relation === "untied");
      }),
    );
  });
});
