import { Refusal } from "../domain/refusal.ts";
import type { Seat } from "./approval.ts";
import type { ApprovalPolicy, Approver, PolicyStep, Rule } from "./policy.ts";
import { neededOf } from "./tally.ts";

/** A step with the people it is put to. */
export type ResolvedStep = Omit<PolicyStep, "approvers"> & { readonly seats: Seat[]; readonly rule: Rule };

/** The people behind an approver who is not named; the service that asks knows them. */
export type FindPeople = (
  approver: Exclude<Approver, { kind: "person" } | { kind: "role" }>,
) => Promise<readonly string[]>;

/** Each is found by the record that asks, so that one transaction asks them all and lets the last step's go. */
const mostSeats = 20;

const nameOf = (approver: Approver): string => {
  if (approver.kind === "manager") return "manager";
  return approver.kind === "owner" ? `owner:${approver.of}` : `${approver.kind}:${approver.id}`;
};

type Voice = Omit<Seat, "id">;

const voicesOf = async (approver: Approver, find: FindPeople): Promise<Voice[]> => {
  if (approver.kind === "role") return [{ role: approver.id }];
  if (approver.kind === "person") return [{ personId: approver.id }];
  return (await find(approver)).map((personId) => ({ personId, via: nameOf(approver) }));
};

/** Nobody sits twice in a step, and nobody who is barred sits at all. */
const seated = (voices: readonly Voice[], barred: readonly string[]): Seat[] =>
  voices
    .filter(({ personId }) => personId === undefined || !barred.includes(personId))
    .filter(
      ({ personId, role }, at, all) =>
        all.findIndex((each) => each.personId === personId && each.role === role) === at,
    )
    .map((voice, at) => ({ id: String(at + 1), ...voice }));

/**
 * Turns a policy into steps with seats. Refuses (`rule_violation`) a step that nobody could decide, or that
 * could never be approved because fewer sit in it than are needed.
 */
export const resolvePolicy = async (
  { steps }: ApprovalPolicy,
  barred: readonly string[],
  find: FindPeople,
): Promise<ResolvedStep[]> => {
  const resolved: ResolvedStep[] = [];
  for (const { approvers, ...step } of steps) {
    const voices = await Promise.all(approvers.map((approver) => voicesOf(approver, find)));
    const seats = seated(voices.flat(), barred);
    if (seats.length === 0)
      throw new Refusal("rule_violation", `"${step.name}": nobody is left who may decide it`);
    if (seats.length > mostSeats)
      throw new Refusal(
        "rule_violation",
        `"${step.name}": at most ${mostSeats} decide in a step, not ${seats.length}`,
      );
    const needed = neededOf(step.rule, seats.length);
    if (needed > seats.length)
      throw new Refusal("rule_violation", `"${step.name}": ${needed} must approve, ${seats.length} can`);
    resolved.push({ ...step, seats });
  }
  return resolved;
};
