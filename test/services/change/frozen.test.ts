import * as fc from "fast-check";
import type { Change } from "../../../services/change/change.ts";
import { ChangeType } from "../../../services/change/change-type.ts";
import { decide } from "../../../services/change/decisions/authorize.ts";
import { storeImpact } from "../../../services/change/decisions/impact.ts";
import { assess, start, submit } from "../../../services/change/decisions/progress.ts";
import { Refusal } from "../../../shared/domain/refusal.ts";
import type { Decision } from "../../../shared/dynamo/record.ts";
import { folded, freeze, impactOf, on, opened, person } from "./given.ts";
import { edited } from "./steps.ts";

type Step = (change: Change) => Decision<Change>;

/** Which services really depend on which CI. */
const truth: Readonly<Record<string, readonly string[]>> = {
  erp: ["erp"],
  "erp-app": ["erp"],
  switch: ["erp", "wiki"],
  "wiki-app": ["wiki"],
  printer: [],
};
const realServices = ({ ciIds, serviceId }: Change) => [
  ...ciIds.flatMap((id) => truth[id] ?? []),
  ...(serviceId === undefined ? [] : [serviceId]),
];

const during = { from: "2027-01-09T21:00:00.000Z", to: "2027-01-09T21:30:00.000Z" };
const frozen = [
  freeze({ ...during, serviceIds: ["erp"] }),
  { ...freeze({ ...during, teamIds: ["network"] }), id: "CFZ0000002" },
  { ...freeze({ ...during, ciIds: ["printer"] }), id: "CFZ0000003" },
];
const inFreezes = (change: Change, more: object = {}) => on(change, { freezes: frozen, ...more });

const told: Step = (change) =>
  storeImpact(
    change,
    change.version,
    impactOf(change.ciIds, [...new Set(change.ciIds.flatMap((id) => truth[id] ?? []))], {
      assessedAt: new Date(Date.parse("2027-01-04T08:00:00Z") + change.version).toISOString(),
    }),
  );

const onwards: Step = (change) => {
  if (change.state === "new") return submit.decide(change, {}, inFreezes(change));
  if (change.state === "assess") return assess.decide(change, { answers: {} }, inFreezes(change));
  if (change.state === "authorize")
    return decide(
      change,
      { personId: "boss", roles: [], verdict: "approve", channel: "api" },
      inFreezes(change),
    );
  return start.decide(
    change,
    {},
    inFreezes(change, { now: change.plannedStart, actor: person("nora", "agent") }),
  );
};

/** Everything by which somebody might try to make a change look as if a freeze were not about it. */
const tricks: fc.Arbitrary<Step> = fc.oneof(
  fc.constantFrom(null, "erp", "wiki").map((serviceId): Step => edited({ serviceId })),
  fc.constantFrom(null, "network", "apps").map((teamId): Step => edited({ teamId })),
  fc.subarray(Object.keys(truth)).map((ciIds): Step => edited({ ciIds })),
  fc
    .constantFrom("2027-01-09T20:30:00.000Z", "2027-01-09T22:00:00.000Z")
    .map((plannedEnd): Step => edited({ plannedEnd })),
  fc.constant(told),
  fc.constant(onwards),
  fc.constant(onwards),
);

const isHeld = (change: Change): boolean =>
  String(change.plannedEnd) > during.from &&
  (realServices(change).includes("erp") ||
    (change.ciIds.length === 0 && change.serviceId === undefined) ||
    change.teamId === undefined ||
    change.teamId === "network" ||
    change.ciIds.includes("printer"));

describe("no sequence of edits", () => {
  test.each(ChangeType.options)("gets a %s change out of freezes of a service, a team and a CI", (type) => {
    let begun = 0;
    fc.assert(
      fc.property(fc.array(tricks, { minLength: 6, maxLength: 30 }), (steps) => {
        let current: Change = { ...opened({ justification: "Now", ciIds: ["erp-app"] }), type };
        for (const step of steps) {
          let decision: Decision<Change> = [];
          try {
            decision = step(current);
          } catch (error) {
            if (!(error instanceof Refusal)) throw error;
          }
          if (decision.length === 0) continue;
          const next = folded(current, current.id, decision);
          const enters = next.state !== current.state && ["scheduled", "implement"].includes(next.state);
          if (enters) {
            begun += 1;
            expect(isHeld(next)).toBe(false);
          }
          current = next;
        }
      }),
      { numRuns: 500 },
    );
    expect(begun).toBeGreaterThan(100);
  });
});
