import * as z from "zod";
import { defineLifecycle } from "../../shared/domain/lifecycle.ts";
import { recordFields } from "../../shared/domain/record-fields.ts";
import { type Decision, occurred, type RecordBase } from "../../shared/dynamo/record.ts";
import {
  StandingEntitlementBegun,
  StandingEntitlementEnded,
  StandingEntitlementReturning,
} from "./events-standing.ts";
import { CatalogItemId, PersonId, RequestItemId, StandingId, TeamId } from "./ids.ts";
import type { RequestItem } from "./request-item.ts";

/** What a person has received and still holds. */
export const standingLifecycle = defineLifecycle(["held", "returning", "ended"], {
  give_back: { from: ["held"], to: "returning" },
  keep: { from: ["returning"], to: "held" },
  end: { from: ["held", "returning"], to: "ended" },
});

export const Standing = z
  .object({
    id: StandingId,
    ...recordFields,
    state: standingLifecycle.State,
    personId: PersonId,
    kind: z.enum(["asset", "software", "access", "other"]),
    name: z.string(),
    catalogItemId: CatalogItemId,
    requestItemId: RequestItemId.describe("By which it was received"),
    recordId: z.string().optional().describe("The asset or seat, where it is one"),
    modelId: z.string().optional(),
    teamId: TeamId.optional().describe("Who takes it back"),
    since: z.iso.datetime(),
    endedAt: z.iso.datetime().optional(),
    actions: z.array(z.string()).optional().describe("What the caller of the API may do with it now"),
  })
  .meta({ id: "StandingEntitlement" });
export type Standing = z.infer<typeof Standing> & RecordBase;

const happened = (
  event: typeof StandingEntitlementBegun,
  before: Standing,
  changes: Partial<Standing>,
): Decision<Standing> => {
  const { id, state, personId, kind, name, recordId } = { ...before, ...changes };
  return [occurred(event, { standing: { id, state, personId, kind, name, recordId } }, changes)];
};

/** What an item has left with the person it was for, from now on. */
export const beginStanding = (
  { id, ...got }: Pick<Standing, "id" | "kind" | "recordId" | "modelId">,
  item: RequestItem,
  now: string,
): Decision<Standing> => {
  const { requestedFor: personId, name, catalogItemId, teamId, id: requestItemId } = item;
  const fields = { personId, name, catalogItemId, requestItemId, teamId, since: now, ...got };
  return happened(StandingEntitlementBegun, { id } as Standing, { state: "held", ...fields });
};

export const giveBack = (standing: Standing): Decision<Standing> =>
  happened(StandingEntitlementReturning, standing, {
    state: standingLifecycle.next(standing.state, "give_back"),
  });

/** How its giving back went: it is over, or the person still holds it. */
export const returned = (standing: Standing, isDone: boolean, now: string): Decision<Standing> => {
  if (standing.state === "ended" || (!isDone && standing.state === "held")) return [];
  if (!isDone) return happened(StandingEntitlementBegun, standing, { state: "held" });
  return happened(StandingEntitlementEnded, standing, { state: "ended", endedAt: now });
};
