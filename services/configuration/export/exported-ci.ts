import * as z from "zod";
import { Ci } from "../ci.ts";

const ExportedRelation = z.object({
  id: z.string(),
  typeId: z.string(),
  toId: z.string(),
  weight: z.number(),
  group: z.string().optional(),
});

/** A CI with the relations that begin at it, as it leaves the CMDB. */
export const ExportedCi = Ci.omit({ actions: true, identities: true })
  .extend({
    relations: z.array(ExportedRelation),
    moreRelations: z.boolean().optional().describe("It has more than are told here"),
  })
  .meta({ id: "ExportedCi" });
export type ExportedCi = z.infer<typeof ExportedCi>;
