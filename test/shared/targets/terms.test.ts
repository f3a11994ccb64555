import { PolicyTerms } from "../../../shared/targets/terms.ts";

const stops = { state: ["done"] };
const respond = { metric: "respond", target: { amount: 30, unit: "minutes" }, stops };
const terms = { kind: "job", metrics: [respond] };

test("little is needed to say what is measured; the rest has its usual meaning", () => {
  expect(PolicyTerms.parse(terms)).toEqual({
    kind: "job",
    where: {},
    internal: false,
    metrics: [{ ...respond, starts: {}, pauses: [], again: "continue", onBreach: [], points: [] }],
  });
});

test.each([
  ["the same metric twice", { ...terms, metrics: [respond, respond] }],
  ["no metric at all", { ...terms, metrics: [] }],
  [
    "a day's end for minutes",
    { ...terms, metrics: [{ ...respond, target: { ...respond.target, endOfDay: true } }] },
  ],
  ["a fact without values", { ...terms, where: { state: [] } }],
  ["a fact with an odd name", { ...terms, where: { "a b": ["x"] } }],
  [
    "the same point twice",
    { ...terms, metrics: [{ ...respond, points: [1, 2].map((percent) => ({ id: "p", at: { percent } })) }] },
  ],
])("terms are refused with %s", (_reason, wrong) => {
  expect(PolicyTerms.safeParse(wrong).success).toBe(false);
});
