import * as z from "zod";
import { Ci } from "../ci.ts";
import { CiClassId } from "../ci-class.ts";
import type { ConfigurationContext } from "../table.ts";
import { limits, type Query } from "./ci-query.ts";
import { findCis } from "./find-cis.ts";

const FoundCi = Ci.pick({
  id: true,
  name: true,
  state: true,
  criticality: true,
  ownerId: true,
  teamId: true,
  environment: true,
  location: true,
}).extend({ classId: CiClassId });

export const QueryAnswer = z
  .object({
    items: z
      .array(FoundCi)
      .describe(`By class, then by name where \`first\` ones are listed; ${limits.listed} at most`),
    count: z.number().int().describe("All that were found"),
    leftOff: z.number().int().describe("Found, and not among `items` only because there are so many"),
    lookedAt: z.number().int().describe("CIs that were looked at"),
    truncated: z
      .object({ reason: z.enum(["budget", "time"]), detail: z.string() })
      .optional()
      .describe("Absent: all were looked at. What is listed holds all the same"),
    askedAt: z.iso.datetime(),
  })
  .meta({ id: "CiQueryAnswer" });

/** Time that is left for the answer itself once it has to end. */
const reserveMs = 2000;

/** Asks as the caller: what they do not see is not there. `deadline` is on the scale of `performance.now()`. */
export const answerTo = async (
  query: Query,
  { most, deadline }: { readonly most: number; readonly deadline: number },
  context: ConfigurationContext,
): Promise<z.input<typeof QueryAnswer>> => {
  const isOver = () => performance.now() > deadline - reserveMs;
  const { cis, lookedAt, truncated } = await findCis(query, { most, isOver, cis: context.cis }, context);
  const items = cis.slice(0, limits.listed);
  const count = cis.length;
  return { items, count, leftOff: count - items.length, lookedAt, truncated, askedAt: context.now() };
};
