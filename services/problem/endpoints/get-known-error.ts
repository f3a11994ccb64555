import { Refusal } from "../../../shared/domain/refusal.ts";
import { endpoint } from "../../../shared/http/endpoint.ts";
import { isInAudience } from "../access.ts";
import { problemParams } from "../command-endpoint.ts";
import { SeenKnownError, seenKnownError } from "../known-error.ts";
import type { ProblemContext } from "../table.ts";

export const getKnownError = endpoint({
  id: "getKnownError",
  summary: "Read the known error of a problem as it is published for you",
  route: "GET /known-errors/{problemId}",
  permission: "problem:read_published",
  params: problemParams,
  reply: SeenKnownError,
  refusals: ["not_found"],
  handle: async ({ params, actor }, { problems }: ProblemContext) => {
    const { knownError } = await problems.get(params.problemId);
    const published = knownError?.published;
    if (published === undefined || !isInAudience(actor, published)) throw new Refusal("not_found");
    return seenKnownError(published);
  },
});
