import * as fc from "fast-check";
import type { Approval } from "../../../shared/approvals/approval.ts";
import { vote } from "../../../shared/approvals/decide.ts";
import { withDeputies } from "../../../shared/approvals/delegation.ts";
import { neededOf } from "../../../shared/approvals/tally.ts";
import { asked, hoursLater, people, ruleFor, start, step, verdicts, voting } from "./given.ts";

const cases = fc.integer({ min: 1, max: 12 }).chain((seats) =>
  fc.record({
    seats: fc.constant(seats),
    rule: ruleFor(seats),
    oneRejectionEnds: fc.boolean(),
    cast: fc.array(verdicts, { minLength: seats, maxLength: seats }),
    order: fc.shuffledSubarray(people(seats), { minLength: seats, maxLength: seats }),
  }),
);

const castAll = (approval: Approval, order: readonly string[], cast: readonly string[]): Approval =>
  order.reduce((current, personId) => {
    if (current.state !== "pending") return current;
    const verdict = cast[Number(personId.slice(1)) - 1] as "approve";
    return vote(current, voting(personId, verdict));
  }, approval);

describe("the arithmetic of a step", () => {
  test.each([
    [{ kind: "any" } as const, 7, 1],
    [{ kind: "all" } as const, 7, 7],
    [{ kind: "quorum", count: 3 } as const, 7, 3],
    [{ kind: "percentage", percent: 50 } as const, 7, 4],
    [{ kind: "percentage", percent: 55 } as const, 20, 11],
    [{ kind: "percentage", percent: 1 } as const, 7, 1],
    [{ kind: "percentage", percent: 100 } as const, 7, 7],
  ])("%j of %i seats needs %i", (rule, seats, needed) => {
    expect(neededOf(rule, seats)).toBe(needed);
  });

  test("comes to an end with the last ballot at the latest, whatever is cast in whatever order", () => {
    fc.assert(
      fc.property(cases, ({ seats, rule, oneRejectionEnds, cast, order }) => {
        const { state } = castAll(asked(step(seats, rule, { oneRejectionEnds })), order, cast);
        expect(["approved", "rejected"]).toContain(state);
      }),
    );
  });

  test("approves only with as many yes as are needed, and rejects only what they cannot reach any more", () => {
    fc.assert(
      fc.property(cases, ({ seats, rule, cast, order }) => {
        const { state, steps } = castAll(asked(step(seats, rule)), order, cast);
        const yes = (steps[0]?.ballots ?? []).filter(({ verdict }) => verdict === "approve").length;
        const allYes = cast.filter((verdict) => verdict === "approve").length;
        const needed = neededOf(rule, seats);
        if (state === "approved") expect(yes).toBe(needed);
        else expect(allYes).toBeLessThan(needed);
      }),
    );
  });

  test("without a veto does not depend on the order in which people decide", () => {
    fc.assert(
      fc.property(cases, ({ seats, rule, cast, order }) => {
        const question = asked(step(seats, rule));
        expect(castAll(question, order, cast).state).toBe(castAll(question, people(seats), cast).state);
      }),
    );
  });

  test("with a veto rejects whenever somebody says no before it is approved", () => {
    fc.assert(
      fc.property(cases, ({ seats, rule, cast, order }) => {
        const { state, steps } = castAll(asked(step(seats, rule, { oneRejectionEnds: true })), order, cast);
        const isVetoed = steps[0]?.ballots.some(({ verdict }) => verdict === "reject");
        expect(state === "rejected" || !isVetoed).toBe(true);
      }),
    );
  });

  test("counts nobody twice, however often they decide and for whomever they stand in", () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 2, max: 6 }),
        fc.array(fc.integer({ min: 1, max: 6 }), { maxLength: 20 }),
        (seats, voters) => {
          const everyone = people(seats);
          const away = everyone.flatMap((personId) =>
            everyone.map((toId) => ({ personId, toId, from: start, until: hoursLater(9) })),
          );
          let approval = withDeputies(asked(step(seats, { kind: "all" })), away);
          for (const voter of voters.filter((each) => each <= seats)) {
            if (approval.state !== "pending") break;
            approval = vote(approval, voting(`p${voter}`));
          }
          const voted = approval.steps[0]?.ballots.map(({ personId }) => personId) ?? [];
          expect(new Set(voted).size).toBe(voted.length);
          expect(approval.state === "approved").toBe(new Set(voted).size === seats);
        },
      ),
    );
  });
});
