import { BatchWriteCommand, type DynamoDBDocumentClient, PutCommand } from "@aws-sdk/lib-dynamodb";
import { OpenIncident, openIncident } from "../../services/incident/decisions/open.ts";
import { close } from "../../services/incident/decisions/progress.ts";
import { defaultSettings } from "../../services/incident/settings.ts";
import { incidentRecords } from "../../services/incident/table.ts";
import { serviceActor } from "../../shared/access/actor.ts";
import { recordWrites } from "../../shared/dynamo/record-writes.ts";
import type { Scope } from "../../shared/dynamo/scope.ts";

/** How many of the seeded incidents are open, however many there are: the rest is a desk's past. */
export const openIncidents = 500;

/** Ten teams share the open incidents, so each queue fills a page of 25 and more. */
const teams = 10;

/** People-facing number of the n-th seeded incident. */
export const seededId = (n: number): string => `INC${String(n + 1).padStart(7, "0")}`;

export const seededTeam = (n: number): string => `team-${n % teams}`;

const minute = 60_000;
const actor = { ...serviceActor("bench"), id: "monitoring" };

/** What is asked of the API to open an incident in the benchmarks. */
export const newIncident = (n: number): object => ({
  title: `Cannot print on floor ${n % 30}`,
  description: "The printer says that it is out of paper, but it is not. Restarting it did not help.",
  channel: "phone",
  category: "printing",
  subcategory: "hardware",
  location: `Building ${n % 7}`,
  impact: 2,
  urgency: 2,
  callerId: `caller-${n % 400}`,
  teamId: seededTeam(n),
});

const scopeAt = (table: string, at: Date): Scope => ({
  table,
  client: undefined as never,
  clock: { now: () => at },
  actor,
  correlationId: "bench",
});

type Item = Readonly<Record<string, unknown>>;

const itemsOf = (table: string, n: number, isOpen: boolean): readonly Item[] => {
  const id = seededId(n);
  const at = new Date(Date.UTC(2026, 0, 1) + n * minute);
  const on = { actor, now: at.toISOString(), settings: defaultSettings };
  const opened = openIncident(id, OpenIncident.parse(newIncident(n)), on);
  const incident = Object.assign({ id }, ...opened.map(({ changes }) => changes));
  const resolution = { code: "solved", text: "Filled the tray." };
  const decision = isOpen ? opened : [...opened, ...close.decide(incident, { resolution }, on)];
  const { writes } = recordWrites(incidentRecords, scopeAt(table, at), undefined, id, decision);
  return writes.flatMap(({ write }) => write.Put?.Item ?? []);
};

/** DynamoDB takes 25 writes in a batch. */
const batch = 25;
const atOnce = 4;

/** Sets the counter of people-facing numbers behind the seeded incidents. */
export const seedCounter = async (
  client: DynamoDBDocumentClient,
  table: string,
  last: number,
): Promise<void> => {
  const Item = { pk: `COUNTER#${incidentRecords.prefix}`, sk: "COUNTER", last };
  await client.send(new PutCommand({ TableName: table, Item }));
};

/** Writes incidents as the store would have left them. */
export const seedIncidents = async (
  client: DynamoDBDocumentClient,
  table: string,
  count: number,
): Promise<void> => {
  let items: Item[] = [];
  const flush = async (): Promise<void> => {
    const batches = Array.from({ length: Math.ceil(items.length / batch) }, (_, n) =>
      items.slice(n * batch, (n + 1) * batch),
    );
    items = [];
    const send = (some: readonly Item[]) =>
      client.send(
        new BatchWriteCommand({ RequestItems: { [table]: some.map((Item) => ({ PutRequest: { Item } })) } }),
      );
    await Promise.all(batches.map(send));
  };
  for (let n = 0; n < count; n += 1) {
    items.push(...itemsOf(table, n, n >= count - openIncidents));
    if (items.length >= batch * atOnce) await flush();
  }
  await flush();
};
