import * as fc from "fast-check";
import type { Approval, Verdict } from "../../../shared/approvals/approval.ts";
import { ask, type Voting } from "../../../shared/approvals/decide.ts";
import type { Rule } from "../../../shared/approvals/policy.ts";
import type { ResolvedStep } from "../../../shared/approvals/resolve.ts";

export const start = "2027-01-04T08:00:00.000Z";
export const hoursLater = (hours: number): string =>
  new Date(Date.parse(start) + hours * 3_600_000).toISOString();

export const people = (count: number): string[] => Array.from({ length: count }, (_, at) => `p${at + 1}`);

export const step = (count: number, rule: Rule, more: Partial<ResolvedStep> = {}): ResolvedStep => ({
  name: "Step",
  rule,
  oneRejectionEnds: false,
  seats: people(count).map((personId, at) => ({ id: String(at + 1), personId })),
  ...more,
});

export const asked = (...steps: readonly ResolvedStep[]): Approval => ask(1, steps, ["asker"], start);

export const voting = (
  personId: string,
  verdict: Verdict = "approve",
  more: Partial<Voting> = {},
): Voting => ({
  personId,
  roles: [],
  verdict,
  channel: "api",
  now: hoursLater(1),
  ...more,
});

/** A rule that so many seats can meet. */
export const ruleFor = (seats: number): fc.Arbitrary<Rule> =>
  fc.oneof(
    fc.constant<Rule>({ kind: "any" }),
    fc.constant<Rule>({ kind: "all" }),
    fc.integer({ min: 1, max: seats }).map((count): Rule => ({ kind: "quorum", count })),
    fc.integer({ min: 1, max: 100 }).map((percent): Rule => ({ kind: "percentage", percent })),
  );

export const verdicts = fc.constantFrom<Verdict>("approve", "reject", "abstain");
