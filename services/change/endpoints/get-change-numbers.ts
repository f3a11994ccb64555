import * as z from "zod";
import { ForeignId } from "../../../shared/domain/texts.ts";
import { endpoint } from "../../../shared/http/endpoint.ts";
import type { ChangeContext } from "../context.ts";
import { numbersOf } from "../decisions/numbers.ts";
import { endsOf } from "../track-record.ts";

const Query = z
  .strictObject({
    of: z.enum(["all", "type", "model", "template", "service", "team"]).default("all"),
    id: ForeignId.optional().describe("Which type, model, template, service or team"),
  })
  .refine(({ of, id }) => (of === "all") === (id === undefined), {
    path: ["id"],
    error: "Say which one, or ask of all",
  });

const Numbers = z.object({
  changes: z.number().int().describe("That ended within a year"),
  successful: z.number().int(),
  successfulWithIssues: z.number().int(),
  backedOut: z.number().int(),
  failed: z.number().int(),
  successPercent: z.number().optional().describe("With and without issues"),
  causedIncidents: z.number().int(),
  leadHours: z
    .object({ median: z.number(), ninth: z.number().describe("Nine of ten were done within") })
    .optional()
    .describe("From being asked for to being done"),
});

export const getChangeNumbers = endpoint({
  id: "getChangeNumbers",
  summary: "How changes went in the last year: success, lead time, incidents they caused",
  route: "GET /change-numbers",
  permission: "change:read_all",
  query: Query,
  reply: Numbers,
  refusals: [],
  handle: async ({ query: { of, id } }, context: ChangeContext) =>
    numbersOf(await endsOf(id === undefined ? of : `${of}#${id}`, context)),
});
