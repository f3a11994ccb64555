import {
  byBone,
  type Cause,
  causeOf,
  onTop,
  type PossibleCause,
  requestsFor,
  writtenOf,
} from "../../../services/portal/src/pages/problems/cause-form.ts";
import type { Problem } from "../../../services/portal/src/pages/problems/problem-actions.ts";
import { changesOf, conflictsOf } from "../../../services/portal/src/parts/record/merge.ts";

const empty: Cause = { whys: [], causes: [], timeline: [], rootCause: null };
const why = (answer: string) => ({ answer });
const cause = (text: string, more: Partial<PossibleCause> = {}): PossibleCause => ({
  category: "technology",
  text,
  verdict: "open",
  ...more,
});
const problem = (version: number, { rootCause, ...analysis }: Partial<Cause>): Problem =>
  ({
    id: "PRB0000001",
    version,
    analysis,
    ...(rootCause ? { rootCause } : {}),
  }) as unknown as Problem;

describe("what is written of a cause", () => {
  it("is read from a problem of which nothing is known yet, and from one that was analysed", () => {
    expect(causeOf(problem(1, {}))).toEqual(empty);
    const known = {
      ...empty,
      whys: [why("the disk was full")],
      rootCause: { text: "No quota", ciIds: ["db-1"] },
    };
    expect(causeOf(problem(1, known))).toEqual(known);
  });

  it("has no rows in which nothing stands, and no fields that are empty", () => {
    const typed: Cause = {
      whys: [{ answer: " it was full ", question: "", evidence: "" }, why("")],
      causes: [cause(""), cause("no quota", { evidence: " " })],
      timeline: [{ at: "", text: "" }],
      rootCause: { text: " ", ciIds: [], changeId: "" },
    };
    expect(writtenOf(typed)).toEqual({
      whys: [why("it was full")],
      causes: [cause("no quota")],
      timeline: [],
      rootCause: null,
    });
  });

  it("keeps a row that lacks what it needs, so that the API says so", () => {
    expect(writtenOf({ ...empty, whys: [{ answer: "", evidence: "log" }] }).whys).toEqual([
      { evidence: "log" },
    ]);
  });

  it("asks for what changed only; the forms of the analysis go together", () => {
    const written = { ...empty, whys: [why("it was full")] };
    expect(requestsFor(written, ["whys"])).toEqual({
      analysis: { whys: [why("it was full")], causes: [], timeline: [] },
      rootCause: undefined,
    });
    expect(requestsFor(written, ["rootCause"])).toEqual({
      analysis: undefined,
      rootCause: { rootCause: null },
    });
    expect(requestsFor(written, [])).toEqual({ analysis: undefined, rootCause: undefined });
  });
});

describe("two people who write a cause at once", () => {
  const base = { ...empty, whys: [why("it was full")] };
  const yours = { ...base, whys: [...base.whys, why("nobody looked")] };

  it("lose nothing where they wrote different parts", () => {
    const theirs = problem(5, { ...base, causes: [cause("no quota")] });
    expect(conflictsOf(base, yours, causeOf(theirs))).toEqual([]);
    const both = onTop({ base, version: 4, yours }, theirs, []);
    expect(both).toEqual({
      base: causeOf(theirs),
      version: 5,
      yours: { ...yours, causes: [cause("no quota")] },
    });
    expect(Object.keys(changesOf(both.base, both.yours))).toEqual(["whys"]);
  });

  it("are asked where they wrote the same part, and the answer holds", () => {
    const theirs = problem(5, { ...base, whys: [why("the log grew")] });
    expect(conflictsOf(base, yours, causeOf(theirs)).map(({ field }) => field)).toEqual(["whys"]);
    const written = { base, version: 4, yours };
    expect(onTop(written, theirs, ["whys"]).yours.whys).toEqual([why("the log grew")]);
    expect(onTop(written, theirs, []).yours.whys).toEqual(yours.whys);
  });
});

it("possible causes are read by kind, what contributes before what is open and what was ruled out", () => {
  const causes = [
    cause("b", { verdict: "ruled_out" }),
    cause("p", { category: "people" }),
    cause("a", { verdict: "contributes" }),
  ];
  expect(byBone(causes).map(([bone, own]) => [bone, own.map(({ text }) => text)])).toEqual([
    ["technology", ["a", "b"]],
    ["people", ["p"]],
  ]);
});
