import type { Actor } from "../../shared/access/actor.ts";
import { Refusal } from "../../shared/domain/refusal.ts";
import { later } from "../../shared/domain/refusal-in.ts";
import { type TogetherPart, togetherPart } from "../../shared/dynamo/together.ts";
import type { RequestContext } from "./context.ts";
import { orderDraft } from "./decisions/draft.ts";
import { place } from "./decisions/place.ts";
import type { Draft, DraftFields } from "./draft.ts";
import { barredFrom, prepareOrder } from "./prepare-order.ts";
import type { ServiceRequest } from "./request.ts";
import { draftRecords, itemRecords, requestRecords } from "./table.ts";

/** Numbers for a request and so many items; those that are not used are lost. */
const numbersFor = async (count: number, { stored }: RequestContext) => {
  const [[requestId = ""], itemIds] = await Promise.all([
    stored.requests.numbers(1),
    stored.items.numbers(count),
  ]);
  return { requestId, itemIds };
};

/**
 * Places an order: the request, its items, and the draft it was made from, in one transaction. What is refused is
 * refused before anything is written.
 */
export const placeOrder = async (
  fields: DraftFields,
  actor: Actor,
  context: RequestContext,
  draftId?: string,
): Promise<ServiceRequest> => {
  const prepared = await later(prepareOrder(fields, actor, context));
  const { first } = await context.clocks();
  const on = { actor, now: context.now(), settings: await context.settings() };
  const requestedFor = fields.requestedFor ?? actor.id;
  return context.together({
    target: `create:${requestRecords.prefix}#${draftId ?? ""}`,
    read: async () => ({
      numbers: await numbersFor(countOf(prepared), context),
      draft: draftId === undefined ? undefined : (await context.stored.drafts.read([draftId])).get(draftId),
    }),
    decide: ({ numbers, draft }) => {
      const wanted = prepared();
      const barred = barredFrom(actor.id, requestedFor);
      const decision = place({ ...numbers, requestedFor, note: fields.note, draftId, wanted, barred }, on);
      const request = togetherPart(requestRecords, numbers.requestId, undefined, decision.request);
      const items = numbers.itemIds.map((id, at) =>
        togetherPart(itemRecords, id, undefined, first(id, decision.items[at] ?? [])),
      );
      return [request, ...items, ...draftPart(draft, draftId, numbers.requestId, actor)];
    },
  });
};

/** What is refused needs no numbers. */
const countOf = (prepared: () => readonly unknown[]): number => {
  try {
    return prepared().length;
  } catch {
    return 0;
  }
};

const draftPart = (
  draft: Draft | undefined,
  draftId: string | undefined,
  requestId: string,
  { id }: Actor,
): TogetherPart<Draft>[] => {
  if (draftId === undefined) return [];
  if (draft === undefined || draft.ownerId !== id) throw new Refusal("not_found");
  return [togetherPart(draftRecords, draftId, draft, orderDraft(draft, requestId))];
};
