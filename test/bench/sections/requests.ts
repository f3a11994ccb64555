import { startDynamoDbLocal } from "../../../infra/local/dynamodb-local.ts";
import { requestGrants } from "../../../services/request/access.ts";
import { ItemFields } from "../../../services/request/catalog-item.ts";
import { tellOfCategory } from "../../../services/request/category.ts";
import { createConnect } from "../../../services/request/connect.ts";
import { decide } from "../../../services/request/decisions/approve.ts";
import { draftItem, publishItem } from "../../../services/request/decisions/catalog.ts";
import { target } from "../../../services/request/edges.ts";
import { placeOrder } from "../../../services/request/place-order.ts";
import { requestTable } from "../../../services/request/table.ts";
import { updateRequest } from "../../../services/request/update-order.ts";
import { type Actor, granted } from "../../../shared/access/actor.ts";
import { keep } from "../../../shared/kept/kept.ts";
import { type FreshTable, tableAt } from "../../bed/fresh-table.ts";
import { noFiles } from "../../bed/no-files.ts";
import { countReads } from "../impact/count-reads.ts";
import type { Section } from "../result.ts";

const now = "2026-03-02T09:00:00.000Z";
const actor = (id: string, roles: readonly string[]): Actor => ({
  id,
  roles,
  teams: [],
  permissions: granted(requestGrants, [...roles, "employee"]),
});

/** A container's own connection, as a function has it. */
const connectorOf = ({ table, client }: FreshTable) => {
  const connect = createConnect(noFiles);
  return (who: Actor) =>
    connect({ table, client, clock: { now: () => new Date(now) }, actor: who, correlationId: "c-1" });
};
type Connector = ReturnType<typeof connectorOf>;

const parts = 10;

/** A catalog with something that a manager approves, and a bundle of ten. */
const stock = async (as: Connector): Promise<{ readonly one: string; readonly bundle: string }> => {
  const { categories, catalog } = as(actor("ada", ["admin"]));
  const { id: categoryId } = await categories.create((id) => keep(tellOfCategory, id, { name: "All" }));
  const offer = async (more: object): Promise<string> => {
    const fields = ItemFields.parse({ name: "Thing", summary: "A thing", categoryId, ...more });
    const { id } = await catalog.create((own) => draftItem(own, fields, "ada"));
    await catalog.update(id, undefined, (item) => publishItem(item, "ada", now));
    return id;
  };
  const approvals = [{ name: "Manager", approvers: [{ kind: "person", id: "max" }] }];
  const part = await offer({});
  const bundle = Array.from({ length: parts }, (_, at) => ({ key: `p${at}`, catalogItemId: part }));
  return { one: await offer({ approvals }), bundle: await offer({ approvals, bundle }) };
};

type Measured = { readonly calls: number; readonly transactions: number; readonly units: number };

const measure = async (endpoint: string, waiting: number): Promise<Readonly<Record<string, Measured>>> => {
  const table = await tableAt(endpoint, requestTable);
  try {
    const as = connectorOf(table);
    const { one, bundle } = await stock(as);
    const eve = actor("eve", []);
    const max = actor("max", []);
    const order = (catalogItemId: string) =>
      placeOrder({ lines: [{ catalogItemId, quantity: 1, answers: {} }] }, eve, as(eve));
    for (let n = 0; n < waiting; n += 8) await Promise.all(Array.from({ length: 8 }, () => order(one)));
    const consumed = countReads(table.client);
    const counted = async <T>(work: () => Promise<T>): Promise<readonly [T, Measured]> => {
      consumed.take();
      const result = await work();
      return [result, consumed.take()];
    };
    // What is kept for seconds (rules, teams, agreements) and the key of cursors is read once.
    await order(one);
    const asked = { index: "byTarget", partition: target.approver("max"), edges: true };
    await as(max).items.list(asked, { limit: 25 });
    const [, single] = await counted(() => order(one));
    const [placed, whole] = await counted(() => order(bundle));
    const [, approvals] = await counted(() => as(max).items.list(asked, { limit: 25 }));
    const context = as(max);
    const vote = { personId: "max", roles: [], verdict: "approve", channel: "api", now } as const;
    const [, approved] = await counted(() =>
      updateRequest(placed.id, undefined, context, ({ items }) => ({
        items: items.map((item) => (item.approval === undefined ? [] : decide(item, vote))),
      })),
    );
    return {
      "order of one item": single,
      [`order of a bundle of ${parts}`]: whole,
      "approving that bundle": approved,
      "my approvals, 25 of them": approvals,
    };
  } finally {
    table.stop();
  }
};

const unknown = { calls: Number.NaN, transactions: Number.NaN, units: Number.NaN };
const text = ({ calls, transactions, units }: Measured = unknown): string =>
  `${units} in ${calls} calls, ${transactions} of them a transaction`;

/** What ordering costs, and what a person's approvals cost with few and with many that wait. */
export const requests = async ({
  sizes,
}: {
  readonly sizes: readonly [number, number];
}): Promise<Section> => {
  const database = await startDynamoDbLocal();
  try {
    const few = await measure(database.endpoint, sizes[0]);
    const many = await measure(database.endpoint, sizes[1]);
    const names = Object.keys(few);
    const growing = names.filter((name) => (many[name]?.units ?? 0) > (few[name]?.units ?? 0) + 1);
    return {
      title: "Requests",
      method: "consumed units and calls of the request table as DynamoDB reports them",
      columns: ["what", `${sizes[0]} wait for approval`, `${sizes[1]} wait for approval`],
      rows: names.map((name) => [name, text(few[name]), text(many[name])]),
      findings: [
        {
          what: "operations on requests whose units grow with what waits",
          value: growing.length,
          unit: "",
          goal: { atMost: 0 },
        },
        {
          what: `calls of the order of a bundle of ${parts}`,
          value: many[`order of a bundle of ${parts}`]?.calls ?? Number.NaN,
          unit: "calls",
        },
        {
          what: `transactions of the order of a bundle of ${parts}`,
          value: many[`order of a bundle of ${parts}`]?.transactions ?? Number.NaN,
          unit: "transactions",
          goal: { atMost: 1 },
        },
      ],
    };
  } finally {
    await database.stop();
  }
};
