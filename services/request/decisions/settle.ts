import { awaited, electorate } from "../../../shared/approvals/approval.ts";
import type { Decision } from "../../../shared/dynamo/record.ts";
import { RequestEnded, RequestProgressed } from "../events.ts";
import { type ItemSummary, isOpenRequest, type Parties, type ServiceRequest } from "../request.ts";
import type { RequestItem } from "../request-item.ts";
import { after, requestHappened } from "./command.ts";
import { follow } from "./follow.ts";
import { totalOf } from "./price.ts";
import { rollUpItems } from "./roll-up.ts";

/** A request with all of its items: what is decided on together, so that none of them is ever out of step. */
export type Order = { readonly request: ServiceRequest; readonly items: readonly RequestItem[] };

/** What is decided of an order: of the request, and of its items in their order. */
export type OrderDecision = {
  readonly request: Decision<ServiceRequest>;
  readonly items: readonly Decision<RequestItem>[];
};

const distinct = (all: readonly (string | undefined)[]): string[] =>
  [...new Set(all.filter((each) => each !== undefined))].toSorted();

const partiesOf = (items: readonly RequestItem[]): Parties => ({
  people: distinct(
    items.flatMap(({ approval, tasks }) => [
      ...electorate(approval),
      ...tasks.flatMap(({ assigneeId, escalated }) => [assigneeId, escalated?.personId]),
    ]),
  ),
  teams: distinct(
    items.flatMap(({ teamId, tasks }) => [
      teamId,
      ...tasks.flatMap((task) => [task.teamId, task.escalated?.teamId]),
    ]),
  ),
  roles: distinct(items.flatMap(({ approval }) => awaited(approval).roles)),
});

export const summaryOf = ({
  id,
  catalogItemId,
  name,
  state,
  quantity,
  price,
  recurring,
  parentId,
  expectedAt,
  approval,
}: RequestItem): ItemSummary => {
  const round = approval && approval.round > 1 ? approval.round : undefined;
  const all = { id, catalogItemId, name, state, quantity, price, recurring, parentId, expectedAt, round };
  return Object.fromEntries(Object.entries(all).filter(([, value]) => value !== undefined)) as ItemSummary;
};

/** What a request says of its items, as they are. */
export const shownOf = (
  items: readonly RequestItem[],
): Pick<ServiceRequest, "state" | "items" | "parties"> => ({
  state: rollUpItems(items.map(({ state }) => state)),
  items: items.map(summaryOf),
  parties: partiesOf(items),
});

/** The fields in which two texts of the same fields differ. */
const text = (value: unknown): string => JSON.stringify(value, (_key, part) => sorted(part));
const sorted = (part: unknown): unknown =>
  typeof part === "object" && part !== null && !Array.isArray(part)
    ? Object.fromEntries(Object.entries(part).toSorted(([a], [b]) => (a < b ? -1 : 1)))
    : part;

/** The request as its items leave it: nothing where it shows all of that already. */
export const rollUp = (
  request: ServiceRequest,
  items: readonly RequestItem[],
  now: string,
): Decision<ServiceRequest> => {
  const shown = shownOf(items);
  const { state, items: before, parties } = request;
  const price = totalOf(items.map((item) => item.price));
  const costs = text(price) === text(request.price) ? {} : { price };
  if (!("price" in costs) && text(shown) === text({ state, items: before, parties })) return [];
  const ends = isOpenRequest(request) && !isOpenRequest(shown);
  const changes = { ...shown, ...costs, ...(ends ? { endedAt: now } : {}) };
  return [requestHappened(ends ? RequestEnded : RequestProgressed, request, changes, {})];
};

/** Items with all that follows from how they are now, for them and from one to the other. */
export const followAll = (
  items: readonly RequestItem[],
  decided: readonly Decision<RequestItem>[],
  now: string,
): readonly Decision<RequestItem>[] => {
  const latest = items.map((item, at) => after(item, decided[at] ?? []));
  for (const [at, item] of latest.entries()) {
    const more = follow(item, latest, now);
    if (more.length === 0) continue;
    const next = items.map((_, i) => [...(decided[i] ?? []), ...(i === at ? more : [])]);
    return followAll(items, next, now);
  }
  return decided;
};

/** A decision on some of an order's items, with all that follows from it, the request included. */
export const settle = (
  { request, items }: Order,
  decided: readonly Decision<RequestItem>[],
  now: string,
  about: Decision<ServiceRequest> = [],
): OrderDecision => {
  const all = followAll(items, decided, now);
  const latest = items.map((item, at) => after(item, all[at] ?? []));
  return { request: [...about, ...rollUp(after(request, about), latest, now)], items: all };
};
