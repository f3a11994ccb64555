import { BatchWriteCommand, type DynamoDBDocumentClient } from "@aws-sdk/lib-dynamodb";
import { OpenIncident, openIncident } from "../../services/incident/decisions/open.ts";
import { incidentClocks } from "../../services/incident/service-levels.ts";
import { defaultSettings } from "../../services/incident/settings.ts";
import { incidentRecords } from "../../services/incident/table.ts";
import { serviceActor } from "../../shared/access/actor.ts";
import { recordItem } from "../../shared/dynamo/items.ts";
import { applyOccurrence } from "../../shared/dynamo/record.ts";
import type { Terms } from "../../shared/targets/clocks.ts";
import { inParallel } from "../replay/in-parallel.ts";
import { newIncident, seededId } from "./seed-incidents.ts";

const actor = { ...serviceActor("bench"), id: "monitoring" };

/** An open incident's item as opening it at `at` would have left it. */
const itemOf = (n: number, at: Date, terms: Terms): Record<string, unknown> => {
  const id = seededId(n);
  const on = { actor, now: at.toISOString(), settings: defaultSettings };
  const decision = incidentClocks(terms, defaultSettings, at).first(
    id,
    openIncident(id, OpenIncident.parse(newIncident(n)), on),
  );
  const changes = Object.assign({}, ...decision.map((each) => each.changes));
  return recordItem(
    incidentRecords,
    applyOccurrence(undefined, id, changes, on.now, incidentRecords.follows),
  );
};

/** DynamoDB takes 25 writes in a batch. */
const batch = 25;

/** Writes `count` open incidents whose clocks run: opened at the time that `at` gives for each. */
export const seedClocked = async (
  client: DynamoDBDocumentClient,
  table: string,
  count: number,
  terms: Terms,
  at: (n: number) => Date,
): Promise<void> => {
  const batches = Array.from({ length: Math.ceil(count / batch) }, (_, i) => i * batch);
  await inParallel(batches, 4, async (first) => {
    const items = Array.from({ length: Math.min(batch, count - first) }, (_, i) =>
      itemOf(first + i, at(first + i), terms),
    );
    const requests = items.map((Item) => ({ PutRequest: { Item } }));
    await client.send(new BatchWriteCommand({ RequestItems: { [table]: requests } }));
  });
};
