import { isDeepStrictEqual } from "node:util";
import * as z from "zod";
import { type Actor, may } from "../../shared/access/actor.ts";
import { Refusal } from "../../shared/domain/refusal.ts";
import { Answers } from "../../shared/forms/form.ts";
import type { RequestContext } from "./context.ts";
import { violation } from "./decisions/command.ts";
import type { Wanted } from "./decisions/place.ts";
import { burstIn, burstOf, mustFitTogether } from "./decisions/plan-tasks.ts";
import type { Cost } from "./decisions/price.ts";
import { mustBeRevisable } from "./decisions/revise.ts";
import { knownOf } from "./known.ts";
import { withApprovals } from "./prepare-approvals.ts";
import { barredFrom, editionsAt, type Offered, type On, wantedOf } from "./prepare-line.ts";
import { partOf, partsFor } from "./prepare-part.ts";
import { mustBeThere } from "./references.ts";
import type { RequestItem } from "./request-item.ts";

/** What is wanted instead; what is not given stays as it is. */
export const RevisionFields = z.strictObject({
  answers: Answers.optional().describe("All answers to the form, as they are to be"),
  quantity: z.number().int().min(1).max(100).optional(),
});
type Revision = z.output<typeof RevisionFields>;

/** What is wanted of an item and of what came with it, by their ids, and who does not approve it. */
type Revised = { readonly wanted: ReadonlyMap<string, Wanted>; readonly barred: readonly string[] };

const mustBeTheirs = ({ requesterId, requestedFor }: RequestItem, actor: Actor): void => {
  if (![requesterId, requestedFor].includes(actor.id) && !may(actor, "request:work"))
    throw new Refusal("rule_violation", "Only who asked, for whom it is, or who fulfils it changes it");
};

/** All items of a request, in their order. */
const itemsOf = async (requestId: string, { stored }: RequestContext): Promise<RequestItem[]> => {
  const ids = (await stored.requests.read([requestId])).get(requestId)?.items.map(({ id }) => id) ?? [];
  const items = await stored.items.read(ids);
  return ids.flatMap((id) => items.get(id) ?? []);
};

/** What a bundle's parts are by its other answers. Parts that come or go would be another order. */
const partsOf = async (
  item: RequestItem,
  items: readonly RequestItem[],
  bundle: Wanted,
  on: On,
): Promise<[string, Wanted][]> => {
  const plans = partsFor(bundle.fields, bundle.answers);
  if (!isDeepStrictEqual(plans, partsFor(bundle.fields, item.answers)))
    throw violation("body.answers", "Other things would come with it: cancel it and order it again");
  const parts = items.filter(({ parentId }) => parentId === item.id);
  const offers = parts.length === 0 ? [] : await editionsAt(parts, on.context);
  return parts.map((part, at): [string, Wanted] => {
    const [plan, offer] = [plans[at], offers[at]];
    if (plan === undefined || offer === undefined) throw new Error(`${part.id} is no part of ${item.id}`);
    return [part.id, { ...partOf(plan, offer, bundle, on, "body"), parent: 0 }];
  });
};

/** How many steps of an item may begin at once, as it is or as it is wanted. */
const burstFor = ({ tasks }: RequestItem, wanted: Wanted | undefined): number =>
  wanted === undefined ? burstOf(tasks) : burstIn(wanted.fields, wanted.answers, wanted.quantity);

/** What else of the same catalog item is ordered with it, with what its approval covers. */
const besides = (item: RequestItem, items: readonly RequestItem[]): Cost[] => {
  const others = items.filter(
    ({ id, catalogItemId, parentId }) =>
      id !== item.id && catalogItemId === item.catalogItemId && parentId === undefined,
  );
  const ids = others.map(({ id }) => id);
  const covered = items.filter(
    ({ parentId, approval }) => parentId !== undefined && approval === undefined && ids.includes(parentId),
  );
  return item.parentId === undefined ? [...others, ...covered] : [];
};

/**
 * Everything that is looked up and checked before an item is changed, as before it was ordered: by the form, the
 * audience, the prices and the rules of approval of the edition that was ordered. Refuses at the place of the fault.
 */
export const prepareRevision = async (
  item: RequestItem,
  { answers = item.answers, quantity = item.quantity }: Revision,
  actor: Actor,
  context: RequestContext,
): Promise<Revised> => {
  mustBeTheirs(item, actor);
  mustBeRevisable(item);
  const { requesterId, requestedFor } = item;
  const [teams, settings, known] = await Promise.all([
    context.teams(),
    context.settings(),
    knownOf("person", requestedFor, context.known),
  ]);
  const barred = barredFrom(requesterId, requestedFor, actor.id, ...(item.approval?.barred ?? []));
  const person = { id: requestedFor, name: known?.name };
  const on = { actor, requestedFor, person, barred, teams, settings, context };
  const [offer] = await editionsAt([item], context);
  const own = wantedOf(offer as Offered, { answers, quantity }, on, "body");
  const items = await itemsOf(item.requestId, context);
  const parts = await partsOf(item, items, own, on);
  await mustBeThere(
    [own, ...parts.map(([, part]) => part)].map((want) => ({ want, path: "body.answers" })),
    on,
  );
  const ids = [item.id, ...parts.map(([id]) => id)];
  const all = await withApprovals([own, ...parts.map(([, part]) => part)], on, besides(item, items));
  const wanted = new Map(all.map((want, at) => [ids[at] ?? "", want]));
  mustFitTogether(
    items.map((each) => burstFor(each, wanted.get(each.id))),
    "body.quantity",
  );
  return { wanted, barred };
};
