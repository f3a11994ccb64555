import type { DynamoDBDocumentClient } from "@aws-sdk/lib-dynamodb";
import { connectSystem } from "../replay/connect-system.ts";
import { databaseClient } from "../replay/consumed.ts";
import { type CloudPids, type OwnCloudOptions, startOwnCloud } from "../replay/own-cloud.ts";
import type { System } from "../replay/system.ts";
import { openIncidents, seededId } from "./seed-incidents.ts";

/** A running system with incidents in it, and its database beside. */
export type World = {
  readonly system: System;
  readonly database: DynamoDBDocumentClient;
  readonly pids: () => Promise<CloudPids>;
  /** How many incidents it began with. */
  readonly incidents: number;
  readonly stop: () => Promise<void>;
};

const mostCallers = 32;

export const startWorld = async (options: OwnCloudOptions): Promise<World> => {
  const cloud = await startOwnCloud(options);
  const system = await connectSystem(cloud.url, { concurrency: mostCallers });
  const database = databaseClient(cloud.dynamoDb);
  return {
    system,
    database,
    pids: cloud.pids,
    incidents: options.incidents ?? 0,
    stop: async () => {
      system.close();
      database.destroy();
      await cloud.stop();
    },
  };
};

let turn = 0;

/** Goes round the open incidents, so that no two callers meet at one; `n` never comes again. */
export const nextOpen = (incidents: number): { readonly id: string; readonly n: number } => {
  turn += 1;
  return { id: seededId(incidents - openIncidents + (turn % openIncidents)), n: turn };
};
