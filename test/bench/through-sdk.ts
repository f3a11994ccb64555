import { GetCommand, QueryCommand, TransactWriteCommand } from "@aws-sdk/lib-dynamodb";
import { assign } from "../../services/incident/decisions/assign.ts";
import { OpenIncident, openIncident } from "../../services/incident/decisions/open.ts";
import type { Incident } from "../../services/incident/incident.ts";
import { defaultSettings } from "../../services/incident/settings.ts";
import { incidentRecords } from "../../services/incident/table.ts";
import { serviceActor } from "../../shared/access/actor.ts";
import { nextNumber } from "../../shared/dynamo/counter.ts";
import { recordOf, recordSortKey } from "../../shared/dynamo/items.ts";
import type { Decision } from "../../shared/dynamo/record.ts";
import { recordWrites } from "../../shared/dynamo/record-writes.ts";
import type { Scope } from "../../shared/dynamo/scope.ts";
import type { Work } from "./block.ts";
import { bareIncidents, bareTableName } from "./prepare-tables.ts";
import { newIncident, seededTeam } from "./seed-incidents.ts";
import type { Operation } from "./through-http.ts";
import { nextOpen, type World } from "./world.ts";

const actor = { ...serviceActor("bench"), id: "monitoring" };
const page = 26;

/** The same calls of DynamoDB, of a table just like it, with nothing around them. */
export const throughSdk = ({ database, incidents }: World): Readonly<Record<Operation, Work>> => {
  const next = () => nextOpen(Math.min(incidents, bareIncidents));
  const table = bareTableName;
  const scope: Scope = {
    table,
    client: database,
    clock: { now: () => new Date() },
    actor,
    correlationId: "bench",
  };
  const on = { actor, now: new Date().toISOString(), settings: defaultSettings };

  const load = async (id: string): Promise<Incident> => {
    const get = new GetCommand({
      TableName: table,
      Key: { pk: id, sk: recordSortKey },
      ConsistentRead: true,
    });
    const { Item: item } = await database.send(get);
    if (item === undefined) throw new Error(`no ${id}`);
    return recordOf<Incident>(item);
  };
  const write = async (
    before: Incident | undefined,
    id: string,
    decision: Decision<Incident>,
  ): Promise<void> => {
    const { writes } = recordWrites(incidentRecords, scope, before, id, decision);
    await database.send(new TransactWriteCommand({ TransactItems: writes.map((each) => each.write) }));
  };

  return {
    get: async () => {
      await load(next().id);
    },
    list: async () => {
      const query = {
        TableName: table,
        IndexName: "byTeam",
        KeyConditionExpression: "byTeamPartition = :team",
        ExpressionAttributeValues: { ":team": seededTeam(next().n) },
        Limit: page,
      };
      await database.send(new QueryCommand(query));
    },
    create: async () => {
      const id = await nextNumber(scope, incidentRecords.prefix);
      await write(undefined, id, openIncident(id, OpenIncident.parse(newIncident(next().n)), on));
    },
    assign: async () => {
      const { id, n } = next();
      const before = await load(id);
      const body = { teamId: `group-${n}`, assigneeId: `person-${n}` };
      await write(before, id, assign.decide(before, body, on)).catch((error: Error) => {
        // Two callers at one incident: the API would decide anew, here it counts as one call.
        if (error.name !== "TransactionCanceledException") throw error;
      });
    },
  };
};
