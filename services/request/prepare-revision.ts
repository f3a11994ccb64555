import { isDeepStrictEqual } from "node:util";
import * as z from "zod";
import { type Actor, may } from "../../shared/access/actor.ts";
import { Refusal } from "../../shared/domain/refusal.ts";
import { Answers } from "../../shared/forms/form.ts";
import type { RequestContext } from "./context.ts";
import { violation } from "./decisions/command.ts";
import type { Wanted } from "./decisions/place.ts";
import { mustFitTogether, piecesIn } from "./decisions/plan-tasks.ts";
import { mustBeRevisable } from "./decisions/revise.ts";
import { barredFrom, editionAt, type On, wantedOf } from "./prepare-line.ts";
import { partOf, partsFor } from "./prepare-part.ts";
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
  return Promise.all(
    items
      .filter(({ parentId }) => parentId === item.id)
      .map(async (part, at): Promise<[string, Wanted]> => {
        const plan = plans[at];
        if (plan === undefined) throw new Error(`${part.id} is no part of ${item.id}`);
        const offer = await editionAt(part.catalogItemId, part.edition, on.context);
        return [part.id, await partOf(plan, offer, bundle, on, "body")];
      }),
  );
};

/** In how many pieces an item is handed out, as it is or as it is wanted. */
const piecesOf = ({ tasks }: RequestItem, wanted: Wanted | undefined): number =>
  wanted === undefined
    ? Math.max(1, ...tasks.map(({ piece = 1 }) => piece))
    : piecesIn(wanted.fields, wanted.answers, wanted.quantity);

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
  const [teams, settings] = await Promise.all([context.teams(), context.settings()]);
  const { requesterId, requestedFor } = item;
  const barred = barredFrom(requesterId, requestedFor, actor.id, ...(item.approval?.barred ?? []));
  const on = { actor, requestedFor, barred, teams, settings, context };
  const offer = await editionAt(item.catalogItemId, item.edition, context);
  const own = await wantedOf(offer, { answers, quantity }, on, "body");
  const items = await itemsOf(item.requestId, context);
  const wanted = new Map([[item.id, own], ...(await partsOf(item, items, own, on))]);
  mustFitTogether(
    items.map((each) => piecesOf(each, wanted.get(each.id))),
    "body.quantity",
  );
  return { wanted, barred };
};
