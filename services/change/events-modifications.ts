import * as z from "zod";
import { defineEvent } from "../../shared/events/event-type.ts";
import { ChangeSnapshot } from "./events.ts";

const source = "itsm.change";
const value = z.union([z.string(), z.number(), z.boolean(), z.array(z.string())]);

export const ChangeModificationsDue = defineEvent({
  source,
  type: "ChangeModificationsDue",
  version: 1,
  summary:
    "It is implemented: its modifications belong into the CMDB; or it was taken back, and so are they.",
  data: z.object({
    change: ChangeSnapshot,
    applies: z.boolean(),
    modifications: z.object({
      cis: z.array(
        z.object({
          ciId: z.string(),
          set: z.object({
            state: z.enum(["live", "maintenance", "retired"]).optional(),
            name: z.string().optional(),
            criticality: z.enum(["high", "medium", "low"]).optional(),
            environment: z.string().nullable().optional(),
            location: z.string().nullable().optional(),
            ownerId: z.string().nullable().optional(),
            teamId: z.string().nullable().optional(),
            attributes: z.record(z.string(), value.nullable()).optional(),
          }),
        }),
      ),
      relations: z.array(
        z.object({
          action: z.enum(["relate", "end"]),
          fromId: z.string(),
          typeId: z.string(),
          toId: z.string(),
        }),
      ),
    }),
  }),
});

export const ChangeModificationsSettled = defineEvent({
  source,
  type: "ChangeModificationsSettled",
  version: 1,
  summary: "What became of its modifications in the CMDB is known.",
  data: z.object({
    change: ChangeSnapshot,
    applies: z.boolean(),
    refused: z.array(z.string()).describe("CIs and relations that could not be modified so"),
  }),
});

export const modificationEvents = [ChangeModificationsDue, ChangeModificationsSettled];
