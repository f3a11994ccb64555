import * as z from "zod";
import { ForeignId } from "../../../shared/domain/texts.ts";
import { pageOf, pageQuery } from "../../../shared/dynamo/page.ts";
import { endpoint } from "../../../shared/http/endpoint.ts";
import { isInAudience } from "../access.ts";
import { SeenKnownError, seenKnownError } from "../known-error.ts";
import { type ProblemContext, target } from "../table.ts";

export const listKnownErrors = endpoint({
  id: "listKnownErrors",
  summary: "List published known errors that are for you, the newest first",
  route: "GET /known-errors",
  permission: "problem:read_published",
  query: z.strictObject({
    ...pageQuery,
    audience: z
      .enum(["everyone", "agents", "teams"])
      .default("everyone")
      .describe("For whom they were published"),
    ciId: ForeignId.optional().describe("Only those of this CI"),
  }),
  reply: pageOf(SeenKnownError),
  refusals: ["invalid_cursor"],
  handle: async ({ query: { audience, ciId, ...page }, actor }, { problems }: ProblemContext) => {
    const ask =
      ciId === undefined
        ? { index: "knownErrors", partition: audience }
        : { index: "byTarget", partition: target.knownError(audience, ciId) };
    const { items, nextCursor } = await problems.list({ ...ask, newestFirst: true, edges: true }, page);
    // An index may lag behind: what was withdrawn a moment ago is left out here.
    const published = items.flatMap(({ knownError }) => knownError?.published ?? []);
    // Who works on problems sees all of them there; here is what was published for oneself.
    const own = published.filter((one) => isInAudience(actor, one));
    return { items: own.map(seenKnownError), nextCursor };
  },
});
