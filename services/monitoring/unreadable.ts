import * as z from "zod";
import type { RecordBase } from "../../shared/dynamo/record.ts";

export const UnreadableId = z.string().regex(/^UNR\d{7,12}$/, "An unreadable report such as UNR0001234");

/** What came from a monitoring tool in a form that nobody knows: kept for people, so that nothing is lost. */
export const Unreadable = z
  .object({
    id: UnreadableId,
    version: z.number().int(),
    createdAt: z.iso.datetime(),
    updatedAt: z.iso.datetime(),
    source: z.string(),
    form: z.string().describe("What it claims to be, such as `AWS Health Event`"),
    reason: z.string().describe("Where it is not that"),
    content: z.string().describe("As it came, up to 20,000 characters"),
  })
  .meta({ id: "UnreadableReport" });
export type Unreadable = z.infer<typeof Unreadable> & RecordBase;

/** Characters of it that are kept: enough to see what it is, and far below what an item takes. */
export const keptCharacters = 20_000;
