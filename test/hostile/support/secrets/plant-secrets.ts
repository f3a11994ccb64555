import type { Bed } from "../../../bed/start-bed.ts";
import { plantArticles, plantChanges, plantCis, plantProblems } from "./records.ts";
import { plantRequests } from "./request.ts";
import type { Secret } from "./secret.ts";
import { plantAssets, plantMajor, plantOthers } from "./things.ts";

const planting = [
  plantRequests,
  plantChanges,
  plantCis,
  plantArticles,
  plantProblems,
  plantAssets,
  plantOthers,
  plantMajor,
];

/** What whoever hears events is told of; everything else leaves its service in no event. */
export const toldInEvents: readonly string[] = [
  "a draft of the catalog",
  "an offer to a team",
  "a request",
  "an item of a request",
  "what somebody holds",
  "a request to come",
  "a change",
  "a change of others",
  "a template",
  "a CI",
  "an article for agents",
  "a problem",
  "an asset",
  "a contract",
  "a maintenance window",
  "an agreement",
  "an incident",
  "a task of an incident",
  "why it is a major one of an incident",
  "what staff was told of an incident",
];

/** Records of every service with texts that few may read, as they are once all events had their effects. */
export const plantSecrets = async (bed: Bed): Promise<readonly Secret[]> => {
  const secrets: Secret[] = [];
  for (const plant of planting) secrets.push(...(await plant(bed)));
  await bed.drain({ timeoutMs: 120_000 });
  // What was asked for goes on by the clock: the CMDB is measured.
  for (let i = 0; i < 3; i++) {
    bed.clock.moveTo(bed.clock.now() + 5 * 60_000);
    await bed.drain({ timeoutMs: 120_000 });
  }
  return secrets;
};
