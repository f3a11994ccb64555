import type { Actor } from "../../shared/access/actor.ts";
import { type ResolvedStep, resolvePolicy } from "../../shared/approvals/resolve.ts";
import { Refusal } from "../../shared/domain/refusal.ts";
import { checkAnswers } from "../../shared/forms/check-answers.ts";
import type { Answers } from "../../shared/forms/form.ts";
import { withDefaults } from "../../shared/forms/with-defaults.ts";
import type { TeamSnapshot } from "../organization/events.ts";
import { isFor } from "./audience.ts";
import { type ApprovalRule, type CatalogItem, editionName, type ItemFields } from "./catalog-item.ts";
import type { RequestContext } from "./context.ts";
import { violation } from "./decisions/command.ts";
import type { Wanted } from "./decisions/place.ts";
import { quantityFault } from "./decisions/plan-tasks.ts";
import { applies, type Cost, costOf } from "./decisions/price.ts";
import type { Line } from "./draft.ts";
import { belongingOf, findPeople, managersOf } from "./people.ts";
import type { SettingsFields } from "./settings.ts";

/** Who wants something for whom, and what is known of them. */
export type On = {
  readonly actor: Actor;
  readonly requestedFor: string;
  /** Who has to do with it and does therefore not approve it. */
  readonly barred: readonly string[];
  readonly teams: readonly TeamSnapshot[];
  readonly settings: SettingsFields;
  readonly context: RequestContext;
};

/** An edition of an item, whole. */
export type Offered = {
  readonly catalogItemId: string;
  readonly edition: number;
  readonly fields: ItemFields;
};

/** An item as it was published in an edition, whatever has become of it since. */
export const editionAt = async (
  catalogItemId: string,
  edition: number,
  { wholeCatalog }: RequestContext,
): Promise<Offered> => {
  const [part] = await wholeCatalog.parts([{ id: catalogItemId, name: editionName(edition) }]);
  if (part === undefined) throw new Error(`Edition ${edition} of ${catalogItemId} is not there`);
  return { catalogItemId, edition, fields: part.value as unknown as ItemFields };
};

/** An item as it is offered now. */
export const offered = async (item: CatalogItem, path: string, context: RequestContext): Promise<Offered> => {
  const edition = item.offer?.edition;
  if (edition === undefined) throw violation(path, `${item.id} is not offered`);
  return editionAt(item.id, edition, context);
};

const mustBeFor = ({ fields: { audience, name } }: Offered, on: On, path: string): void => {
  if (isFor(audience, belongingOf(on.requestedFor, on.actor, on.teams))) return;
  throw violation(path, `${name} is not for ${on.requestedFor}`);
};

/** Answers as the form takes them, completed with what it begins with; refused at the place of each fault. */
const answered = ({ fields: { form } }: Offered, given: Answers, on: On, path: string): Answers => {
  const { answers, faults } = checkAnswers(form, withDefaults(form, given, { id: on.requestedFor }));
  if (faults.length === 0) return answers;
  const violations = faults.map((fault) => ({ path: `${path}.${fault.path}`, message: fault.message }));
  throw new Refusal("invalid_input", undefined, violations);
};

/** Who asks for somebody they lead has said yes by asking. */
const isImplied = ({ approvers }: ApprovalRule, { actor, requestedFor, teams }: On): boolean =>
  requestedFor !== actor.id &&
  approvers.every(({ kind }) => kind === "manager") &&
  managersOf(requestedFor, teams).includes(actor.id);

/** Who asks, and for whom it is, do not approve it. */
export const barredFrom = (...people: readonly string[]): string[] => [...new Set(people)];

/** A step with its people; whoever is the last resort, where nobody is left who may decide. */
const resolved = async (rule: ApprovalRule, fields: ItemFields, answers: Answers, on: On) => {
  const { when: _when, ...step } = rule;
  const { barred } = on;
  const find = findPeople(on.requestedFor, fields, answers, on.teams);
  const lastResort = { kind: "role" as const, id: on.settings.lastResortRole };
  return resolvePolicy({ steps: [step] }, barred, find).catch((error: unknown) => {
    if (!(error instanceof Refusal)) throw error;
    const anybody = { ...step, approvers: [lastResort], rule: { kind: "any" as const } };
    return resolvePolicy({ steps: [anybody] }, barred, find);
  });
};

type Approving = { readonly steps: readonly ResolvedStep[]; readonly autoApproved?: string | undefined };

const approvalFor = async (fields: ItemFields, answers: Answers, cost: Cost, on: On): Promise<Approving> => {
  const rules = fields.approvals.filter(({ when }) => applies(when, answers, cost));
  if (rules.length === 0) return { steps: [] };
  const auto = fields.autoApprove.find(({ when }) => applies(when, answers, cost));
  if (auto !== undefined) return { steps: [], autoApproved: auto.reason };
  const asked = rules.filter((rule) => !isImplied(rule, on));
  if (asked.length === 0) return { steps: [], autoApproved: "Asked for by who leads the team" };
  const steps = await Promise.all(asked.map((rule) => resolved(rule, fields, answers, on)));
  return { steps: steps.flat() };
};

/** What so much of an item with these answers is: checked, priced, and with the people who are to approve it. */
export const wantedOf = async (
  offer: Offered,
  { quantity, answers: given }: Pick<Line, "quantity" | "answers">,
  on: On,
  path: string,
): Promise<Wanted> => {
  const { catalogItemId, edition, fields } = offer;
  mustBeFor(offer, on, `${path}.catalogItemId`);
  if (quantity > fields.mostQuantity) throw violation(`${path}.quantity`, `At most ${fields.mostQuantity}`);
  const answers = answered(offer, given, on, `${path}.answers`);
  const fault = quantityFault(fields, answers, quantity);
  if (fault !== undefined) throw violation(`${path}.quantity`, fault);
  const cost = costOf(fields, answers, quantity);
  const approving = await approvalFor(fields, answers, cost, on);
  return { catalogItemId, edition, fields, quantity, answers, cost, ...approving, after: [] };
};
