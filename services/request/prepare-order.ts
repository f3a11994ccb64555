import { type Actor, may } from "../../shared/access/actor.ts";
import { type ResolvedStep, resolvePolicy } from "../../shared/approvals/resolve.ts";
import { Refusal } from "../../shared/domain/refusal.ts";
import { checkAnswers } from "../../shared/forms/check-answers.ts";
import { answerOf, holds } from "../../shared/forms/condition.ts";
import type { Answers } from "../../shared/forms/form.ts";
import { withDefaults } from "../../shared/forms/with-defaults.ts";
import { unknownId } from "../../shared/kept/named.ts";
import type { TeamSnapshot } from "../organization/events.ts";
import { isFor } from "./audience.ts";
import {
  type ApprovalRule,
  type BundlePart,
  type CatalogItem,
  editionName,
  type ItemFields,
} from "./catalog-item.ts";
import type { RequestContext } from "./context.ts";
import { violation } from "./decisions/command.ts";
import type { Wanted } from "./decisions/place.ts";
import { applies, type Cost, costOf } from "./decisions/price.ts";
import type { DraftFields, Line } from "./draft.ts";
import { belongingOf, findPeople, managersOf } from "./people.ts";
import type { SettingsFields } from "./settings.ts";

/** More are ordered in parts: a request and all of its items are one transaction. */
const mostItems = 13;

type On = {
  readonly actor: Actor;
  readonly requestedFor: string;
  readonly teams: readonly TeamSnapshot[];
  readonly settings: SettingsFields;
  readonly context: RequestContext;
};

/** An item as it is offered now, with its edition whole. */
type Offered = { readonly item: CatalogItem; readonly edition: number; readonly fields: ItemFields };

const offered = async (
  item: CatalogItem,
  path: string,
  { wholeCatalog }: RequestContext,
): Promise<Offered> => {
  const edition = item.offer?.edition;
  if (edition === undefined) throw violation(path, `${item.id} is not offered`);
  const [part] = await wholeCatalog.parts([{ id: item.id, name: editionName(edition) }]);
  if (part === undefined) throw new Error(`Edition ${edition} of ${item.id} is not there`);
  return { item, edition, fields: part.value as unknown as ItemFields };
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

/** A step with its people; whoever is the last resort, where nobody is left who may decide. */
const resolved = async (rule: ApprovalRule, fields: ItemFields, answers: Answers, on: On) => {
  const { when: _when, ...step } = rule;
  const barred = barredFrom(on.actor.id, on.requestedFor);
  const find = findPeople(on.requestedFor, fields, answers, on.teams);
  const lastResort = { kind: "role" as const, id: on.settings.lastResortRole };
  return resolvePolicy({ steps: [step] }, barred, find).catch((error: unknown) => {
    if (!(error instanceof Refusal)) throw error;
    const anybody = { ...step, approvers: [lastResort], rule: { kind: "any" as const } };
    return resolvePolicy({ steps: [anybody] }, barred, find);
  });
};

/** Who asks, and for whom it is, do not approve it. */
export const barredFrom = (requesterId: string, requestedFor: string): string[] => [
  ...new Set([requesterId, requestedFor]),
];

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

const wantedOf = async (
  offer: Offered,
  { quantity, answers: given }: Pick<Line, "quantity" | "answers">,
  on: On,
  path: string,
): Promise<Wanted> => {
  const { item, edition, fields } = offer;
  mustBeFor(offer, on, `${path}.catalogItemId`);
  if (quantity > fields.mostQuantity) throw violation(`${path}.quantity`, `At most ${fields.mostQuantity}`);
  const answers = answered(offer, given, on, `${path}.answers`);
  const cost = costOf(fields, answers, quantity);
  const approving = await approvalFor(fields, answers, cost, on);
  return { catalogItemId: item.id, edition, fields, quantity, answers, cost, ...approving, after: [] };
};

const partAnswers = ({ answers }: BundlePart, whole: Answers): Answers =>
  Object.fromEntries(
    answers.flatMap(({ field, value, from }) => {
      const answer = from === undefined ? value : answerOf(whole, from);
      return answer === undefined ? [] : [[field, answer]];
    }),
  );

/** What a bundle brings for these answers, behind the bundle itself. */
const partsOf = async (bundle: Wanted, at: number, on: On, path: string): Promise<Wanted[]> => {
  const wanted: Wanted[] = [];
  const places = new Map<string, number>();
  for (const part of bundle.fields.bundle ?? []) {
    if (!holds(part.when, bundle.answers)) continue;
    const item = await on.context.wholeCatalog.get(part.catalogItemId);
    const offer = await offered(item, path, on.context);
    if (offer.fields.bundle) throw violation(path, `${offer.fields.name} is a bundle itself`);
    const quantity = part.quantity * bundle.quantity;
    const line = { quantity, answers: partAnswers(part, bundle.answers) };
    const want = await wantedOf(
      { ...offer, fields: { ...offer.fields, mostQuantity: quantity } },
      line,
      on,
      path,
    );
    const covered = part.approval === "bundle" ? { steps: [], autoApproved: undefined } : {};
    places.set(part.key, at + 1 + wanted.length);
    wanted.push({
      ...want,
      ...covered,
      parent: at,
      after: part.after.flatMap((key) => places.get(key) ?? []),
    });
  }
  return wanted;
};

/** Whether somebody may ask for somebody else. */
const mustBeAllowed = ({ actor, requestedFor, teams, settings }: On): void => {
  if (requestedFor === actor.id || settings.orderForOthers === "anybody" || may(actor, "request:work"))
    return;
  if (managersOf(requestedFor, teams).includes(actor.id)) return;
  throw violation("body.requestedFor", "Only who leads their team orders for somebody else");
};

/** What one line brings: its item, and what comes with it. */
const lineOf = async (line: Line, first: number, on: On, path: string): Promise<Wanted[]> => {
  const item = await on.context.catalog.get(line.catalogItemId).catch((error: unknown) => {
    throw error instanceof Refusal ? unknownId(line.catalogItemId, `${path}.catalogItemId`) : error;
  });
  const whole = await on.context.wholeCatalog.get(item.id);
  const want = await wantedOf(await offered(whole, `${path}.catalogItemId`, on.context), line, on, path);
  return [want, ...(await partsOf(want, first, on, path))];
};

/**
 * Everything that is looked up and checked before something is ordered: that it is offered, that the person may
 * have it, that the form is filled in, what it costs and who is to approve it. Refuses at the place of the fault.
 */
export const prepareOrder = async (
  { lines, requestedFor: person }: DraftFields,
  actor: Actor,
  context: RequestContext,
  path = "body.lines",
): Promise<readonly Wanted[]> => {
  const [teams, settings] = await Promise.all([context.teams(), context.settings()]);
  const on = { actor, requestedFor: person ?? actor.id, teams, settings, context };
  mustBeAllowed(on);
  if (lines.length === 0) throw violation(path, "Nothing is ordered");
  const wanted: Wanted[] = [];
  for (const [at, line] of lines.entries())
    wanted.push(...(await lineOf(line, wanted.length, on, `${path}.${at}`)));
  if (wanted.length > mostItems)
    throw violation(
      path,
      `At most ${mostItems} items in one request, not ${wanted.length}: order it in parts`,
    );
  return wanted;
};
