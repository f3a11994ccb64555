import { ItemFields } from "../../../services/request/catalog-item.ts";
import { type Placing, place, type Wanted } from "../../../services/request/decisions/place.ts";
import { type Order, settle } from "../../../services/request/decisions/settle.ts";
import type { ServiceRequest } from "../../../services/request/request.ts";
import type { RequestItem } from "../../../services/request/request-item.ts";
import { SettingsFields } from "../../../services/request/settings.ts";
import type { Actor } from "../../../shared/access/actor.ts";
import type { Decision } from "../../../shared/dynamo/record.ts";

export const now = "2026-03-02T09:00:00.000Z";

export const actor = (id: string, permissions: readonly string[] = []): Actor => ({
  id,
  roles: ["employee"],
  teams: [],
  permissions: new Set(permissions),
});
export const on = (id: string, permissions: readonly string[] = []) => ({
  actor: actor(id, permissions),
  now,
  settings: SettingsFields.parse({}),
});

export const fieldsOf = (more: object = {}): ItemFields =>
  ItemFields.parse({ name: "Laptop", summary: "A laptop", categoryId: "CCA0000001", ...more });

export const approvedBy = (...people: string[]): Wanted["steps"] =>
  people.map((personId) => ({
    name: `By ${personId}`,
    rule: { kind: "any" as const },
    oneRejectionEnds: false,
    seats: [{ id: "1", personId }],
  }));

export const wanted = (more: Partial<Wanted> = {}): Wanted => ({
  catalogItemId: "CIT0000001",
  edition: 1,
  fields: fieldsOf(),
  quantity: 1,
  answers: {},
  cost: {},
  steps: [],
  after: [],
  ...more,
});

const applied = <R extends object>(
  record: R,
  decision: Decision<R & { id: string; version: number; createdAt: string; updatedAt: string }>,
): R => Object.assign({}, record, ...decision.map(({ changes }) => changes));

/** What is placed, as records. */
export const placed = (all: readonly Wanted[], more: Partial<Placing> = {}): Order => {
  const itemIds = all.map((_, at) => `RITM000000${at + 1}`);
  const requestId = "REQ0000001";
  const placing = { requestedFor: "eve", wanted: all, barred: ["eve"], requestId, itemIds, ...more };
  const { request, items } = place(placing, on("eve"));
  return {
    request: applied({ id: requestId } as ServiceRequest, request),
    items: items.map((decision, at) => applied({ id: itemIds[at] } as RequestItem, decision)),
  };
};

/** The order after a decision on one of its items, with all that follows. */
export const decided = (
  order: Order,
  at: number,
  decide: (item: RequestItem) => Decision<RequestItem>,
): Order => {
  const choices = order.items.map((item, i) => (i === at ? decide(item) : []));
  const { request, items } = settle(order, choices, now);
  return {
    request: applied(order.request, request),
    items: order.items.map((item, i) => applied(item, items[i] ?? [])),
  };
};
