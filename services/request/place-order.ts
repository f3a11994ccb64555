import type { Actor } from "../../shared/access/actor.ts";
import { Refusal } from "../../shared/domain/refusal.ts";
import { later } from "../../shared/domain/refusal-in.ts";
import { type TogetherPart, togetherPart } from "../../shared/dynamo/together.ts";
import type { RequestContext } from "./context.ts";
import { orderDraft } from "./decisions/draft.ts";
import { place, type Wanted } from "./decisions/place.ts";
import type { Draft, DraftFields } from "./draft.ts";
import { barredFrom } from "./prepare-line.ts";
import { prepareOrder } from "./prepare-order.ts";
import type { ServiceRequest } from "./request.ts";
import { draftRecords, itemRecords, requestRecords } from "./table.ts";

/** Numbers for a request and so many items; those that are not used are lost. */
const numbersFor = async (count: number, { stored }: RequestContext) => {
  if (count === 0) return { requestId: "", itemIds: [] };
  const [[requestId = ""], itemIds] = await Promise.all([
    stored.requests.numbers(1),
    stored.items.numbers(count),
  ]);
  return { requestId, itemIds };
};

/** What is ordered, whoever prepared it, and what else is written with it. */
type Ordering = {
  readonly requestedFor: string;
  readonly note?: string | undefined;
  readonly origin?: ServiceRequest["origin"];
  readonly draftId?: string | undefined;
  /** What it is told apart by, where one call or event orders several times. */
  readonly name?: string | undefined;
  readonly prepared: () => readonly Wanted[];
  /** Other records that change with it, as they are when it is written. */
  readonly also?: () => Promise<(requestId: string) => readonly TogetherPart[]>;
};

/** Places what was prepared: the request, its items, and what changes with it, in one transaction. */
export const placePrepared = async (
  { prepared, also, name = "", ...placing }: Ordering,
  actor: Actor,
  context: RequestContext,
): Promise<ServiceRequest> => {
  const { first } = await context.clocks();
  const settings = await context.settings();
  const calendar = (await context.terms()).calendars.get(settings.calendarId ?? "")?.calendar;
  const on = { actor, now: context.now(), settings, calendar };
  return context.together({
    target: `create:${requestRecords.prefix}#${name}`,
    read: async () => ({ numbers: await numbersFor(countOf(prepared), context), others: await also?.() }),
    decide: ({ numbers, others }) => {
      const wanted = prepared();
      const barred = barredFrom(actor.id, placing.requestedFor);
      const decision = place({ ...placing, ...numbers, wanted, barred }, on);
      const request = togetherPart(requestRecords, numbers.requestId, undefined, decision.request);
      const items = numbers.itemIds.map((id, at) =>
        togetherPart(itemRecords, id, undefined, first(id, decision.items[at] ?? [])),
      );
      return [request, ...items, ...(others?.(numbers.requestId) ?? [])];
    },
  });
};

/** Places an order from the catalog, with the draft it was made from. What is refused is refused before anything is written. */
export const placeOrder = async (
  fields: DraftFields,
  actor: Actor,
  context: RequestContext,
  more: Pick<Ordering, "draftId" | "origin" | "also"> = {},
): Promise<ServiceRequest> => {
  const prepared = await later(prepareOrder(fields, actor, context));
  const { note, requestedFor = actor.id } = fields;
  return placePrepared({ ...more, note, requestedFor, prepared, name: more.draftId }, actor, context);
};

/** What is refused needs no numbers. */
const countOf = (prepared: () => readonly unknown[]): number => {
  try {
    return prepared().length;
  } catch {
    return 0;
  }
};

/** A draft that becomes a request with it: as it was read, because its lines were checked so. */
export const withDraft =
  ({ id: draftId, version }: Draft, { id }: Actor, { stored }: RequestContext) =>
  async (): Promise<(requestId: string) => readonly TogetherPart[]> => {
    const draft = (await stored.drafts.read([draftId])).get(draftId);
    return (requestId) => {
      if (draft === undefined || draft.ownerId !== id) throw new Refusal("not_found");
      if (draft.state === "open" && draft.version !== version) throw new Refusal("version_conflict");
      return [togetherPart(draftRecords, draftId, draft, orderDraft(draft, requestId))];
    };
  };
