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
import type { RequestTask } from "./task.ts";

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

/** What tasks have left with the person: the last asset or seat that one of them is about. */
const receivedBy = (tasks: readonly RequestTask[]) => {
  const task = tasks.findLast(
    ({ state, kind, recordId }) =>
      state === "complete" && recordId !== undefined && (kind.endsWith("_asset") || kind === "allocate_seat"),
  );
  return { recordId: task?.recordId, modelId: task?.does?.modelId };
};

/** The pieces of an item that were handed out to the end; one of which nobody says which, where it has none. */
export const piecesOf = ({ tasks }: Pick<RequestItem, "tasks">): readonly (number | undefined)[] => {
  const pieces = [...new Set(tasks.flatMap(({ piece }) => piece ?? []))];
  const got = pieces.filter((piece) => tasks.findLast((task) => task.piece === piece)?.state === "complete");
  return got.length > 0 ? got : [undefined];
};

/** Each piece is a thing of its own, and given back by itself. */
export const beginStanding = (
  id: string,
  item: RequestItem,
  now: string,
  piece?: number,
): Decision<Standing> => {
  const { requestedFor, standing = "other", name, catalogItemId, teamId } = item;
  const tasks = item.tasks.filter((task) => piece === undefined || task.piece === piece);
  const fields = {
    ...{ state: "held" as const, personId: requestedFor, kind: standing, name, catalogItemId },
    ...{ requestItemId: item.id, teamId, since: now, ...receivedBy(tasks) },
  };
  return happened(StandingEntitlementBegun, { id } as Standing, fields);
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
