import * as z from "zod";
import { endpoint } from "../../../shared/http/endpoint.ts";
import { changeParams } from "../command-endpoint.ts";
import type { ChangeContext } from "../context.ts";
import { findConflicts } from "../find-conflicts.ts";

const Conflict = z.object({
  kind: z.enum([
    "same_ci",
    "related_ci",
    "same_person",
    "order",
    "parent_window",
    "outside_change_window",
    "freeze",
  ]),
  otherId: z.string().optional().describe("The change it collides with"),
  ciIds: z.array(z.string()).optional(),
  personIds: z.array(z.string()).optional(),
  detail: z.string().optional(),
});

export const findChangeConflicts = endpoint({
  id: "findChangeConflicts",
  summary: "Everything that stands against a change as it is planned now, complete also for a thousand CIs",
  route: "GET /changes/{changeId}/conflicts",
  permission: "change:read_all",
  params: changeParams,
  reply: z.object({ conflicts: z.array(Conflict), lookedAt: z.iso.datetime() }),
  refusals: ["not_found"],
  handle: async ({ params }, context: ChangeContext) => {
    const change = await context.changes.get(params.changeId);
    const conflicts = await findConflicts(change, context);
    return {
      lookedAt: context.now(),
      conflicts: conflicts.map(({ ciIds, personIds, ...conflict }) => ({
        ...conflict,
        ...(ciIds ? { ciIds: [...ciIds] } : {}),
        ...(personIds ? { personIds: [...personIds] } : {}),
      })),
    };
  },
});
