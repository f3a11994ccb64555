import { type ResolvedStep, resolvePolicy } from "../../shared/approvals/resolve.ts";
import { Refusal } from "../../shared/domain/refusal.ts";
import type { Answers } from "../../shared/forms/form.ts";
import type { ApprovalRule, ItemFields } from "./catalog-item.ts";
import type { Wanted } from "./decisions/place.ts";
import { applies, type Cost, spendingOf } from "./decisions/price.ts";
import { findPeople, managersOf } from "./people.ts";
import type { On } from "./prepare-line.ts";

/** Who asks for somebody they lead has said yes by asking. */
const isImplied = ({ approvers }: ApprovalRule, { actor, requestedFor, teams }: On): boolean =>
  requestedFor !== actor.id &&
  approvers.every(({ kind }) => kind === "manager") &&
  managersOf(requestedFor, teams).includes(actor.id);

/** A step with its people; whoever is the last resort, where nobody is left who may decide. */
const resolved = async (rule: ApprovalRule, fields: ItemFields, answers: Answers, on: On) => {
  const { when: _when, ...step } = rule;
  const { barred } = on;
  const find = findPeople(fields, answers, on);
  const lastResort = { kind: "role" as const, id: on.settings.lastResortRole };
  return resolvePolicy({ steps: [step] }, barred, find).catch((error: unknown) => {
    if (!(error instanceof Refusal)) throw error;
    const anybody = { ...step, approvers: [lastResort], rule: { kind: "any" as const } };
    return resolvePolicy({ steps: [anybody] }, barred, find);
  });
};

type Approving = { readonly steps: readonly ResolvedStep[]; readonly autoApproved?: string | undefined };

const approvalFor = async (
  { fields, answers }: Wanted,
  spending: number | undefined,
  on: On,
): Promise<Approving> => {
  const rules = fields.approvals.filter(({ when }) => applies(when, answers, spending));
  if (rules.length === 0) return { steps: [] };
  const auto = fields.autoApprove.find(({ when }) => applies(when, answers, spending));
  if (auto !== undefined) return { steps: [], autoApproved: auto.reason };
  const asked = rules.filter((rule) => !isImplied(rule, on));
  if (asked.length === 0) return { steps: [], autoApproved: "Asked for by who leads the team" };
  const steps = await Promise.all(asked.map((rule) => resolved(rule, fields, answers, on)));
  return { steps: steps.flat() };
};

/** All that one decision is about: as often as the item is ordered beside it, and what comes with each and is covered. */
const decidedWith = (wanted: readonly Wanted[], at: number): readonly Wanted[] => {
  const { catalogItemId, parent: of } = wanted[at] as Wanted;
  const isMeant = (other: Wanted, place: number): boolean =>
    place === at || (of === undefined && other.parent === undefined && other.catalogItemId === catalogItemId);
  const places = new Set(wanted.flatMap((other, place) => (isMeant(other, place) ? [place] : [])));
  return wanted.filter(
    ({ parent, isCovered }, place) =>
      places.has(place) || (isCovered === true && parent !== undefined && places.has(parent)),
  );
};

/**
 * What is ordered together, with the people who are to approve each of it. Rules of cost look at all that a yes is
 * spent on, so that nothing passes below them in parts. `beside`: what was ordered of the first one's item before.
 */
export const withApprovals = (
  wanted: readonly Wanted[],
  on: On,
  beside: readonly Cost[] = [],
): Promise<Wanted[]> =>
  Promise.all(
    wanted.map(async (want, at) => {
      if (want.isCovered) return want;
      const costs = decidedWith(wanted, at).map(({ cost }) => cost);
      const spending = spendingOf(at === 0 ? [...costs, ...beside] : costs);
      return { ...want, ...(await approvalFor(want, spending, on)) };
    }),
  );
