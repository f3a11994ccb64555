import { Refusal } from "../../shared/domain/refusal.ts";
import type { Decision } from "../../shared/dynamo/record.ts";
import { type TogetherPart, togetherPart } from "../../shared/dynamo/together.ts";
import type { RequestContext } from "./context.ts";
import { type Order, type OrderDecision, settle } from "./decisions/settle.ts";
import type { ServiceRequest } from "./request.ts";
import type { RequestItem } from "./request-item.ts";
import { itemRecords, requestRecords } from "./table.ts";

/** What is decided of an order besides what follows from it. */
export type OrderChoice = {
  readonly items: readonly Decision<RequestItem>[];
  readonly request?: Decision<ServiceRequest>;
};
export type DecideOrder = (order: Order) => OrderChoice;

/** A request with all of its items, as they are stored; refused where it is not there. */
const readOrder = async (requestId: string, { stored }: RequestContext): Promise<Order> => {
  const request = (await stored.requests.read([requestId])).get(requestId);
  if (request === undefined) throw new Refusal("not_found");
  const ids = request.items.map(({ id }) => id);
  const found = await stored.items.read(ids);
  return { request, items: ids.flatMap((id) => found.get(id) ?? []) };
};

type Parts = {
  readonly request: TogetherPart<ServiceRequest>;
  readonly items: readonly TogetherPart<RequestItem>[];
};

/** Decides with the clocks of the items kept, and all that follows for the others and the request. */
const decided = async (context: RequestContext, decide: DecideOrder): Promise<(order: Order) => Parts> => {
  const { around } = await context.clocks();
  const now = context.now();
  return ({ request, items }) => {
    let settled: OrderDecision = { request: [], items: [] };
    const own = around(items, (latest) => {
      const order = { request, items: latest as readonly RequestItem[] };
      const choice = decide(order);
      settled = settle(order, choice.items, now, choice.request);
      return settled.items;
    });
    return {
      request: togetherPart(requestRecords, request.id, request, settled.request),
      items: items.map((item, at) => togetherPart(itemRecords, item.id, item, own[at] ?? [])),
    };
  };
};

const mustBe = (version: number, ifMatch: number | undefined): void => {
  if (ifMatch !== undefined && ifMatch !== version) throw new Refusal("version_conflict");
};

/** Decides on a request; its items, and what follows from them, are written with it. */
export const updateRequest = async (
  requestId: string,
  ifMatch: number | undefined,
  context: RequestContext,
  decide: DecideOrder,
): Promise<ServiceRequest> => {
  const parts = await decided(context, decide);
  return context.together({
    target: requestId,
    read: async () => {
      const order = await readOrder(requestId, context);
      if (requestRecords.view(context.actor, order.request) === undefined) throw new Refusal("not_found");
      return order;
    },
    decide: (order) => {
      mustBe(order.request.version, ifMatch);
      const { request, items } = parts(order);
      return [request, ...items];
    },
  });
};

/** Decides on one item, and on others with it; its request, and what follows for any of them, are written with it. */
export const updateItems = async (
  itemId: string,
  ifMatch: number | undefined,
  context: RequestContext,
  decide: DecideOrder,
): Promise<RequestItem> => {
  let requestId: string | undefined;
  const parts = await decided(context, decide);
  return context.together({
    target: itemId,
    read: async () => {
      requestId ??= (await context.items.get(itemId)).requestId;
      const order = await readOrder(requestId, context);
      const item = order.items.find(({ id }) => id === itemId);
      if (item === undefined || itemRecords.view(context.actor, item) === undefined)
        throw new Refusal("not_found");
      return order;
    },
    decide: (order) => {
      const at = order.items.findIndex(({ id }) => id === itemId);
      mustBe(order.items[at]?.version ?? 0, ifMatch);
      const { request, items } = parts(order);
      const [own] = items.slice(at, at + 1);
      if (own === undefined) throw new Refusal("not_found");
      const others = items.filter((part) => part !== own);
      return [own, request, ...others];
    },
  });
};

/** Decides on one item; its request, and the items to which something follows from it, are written with it. */
export const updateItem = (
  itemId: string,
  ifMatch: number | undefined,
  context: RequestContext,
  decide: (item: RequestItem) => Decision<RequestItem>,
): Promise<RequestItem> =>
  updateItems(itemId, ifMatch, context, ({ items }) => ({
    items: items.map((item) => (item.id === itemId ? decide(item) : [])),
  }));
