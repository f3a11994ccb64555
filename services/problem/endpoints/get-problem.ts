import { endpoint } from "../../../shared/http/endpoint.ts";
import { problemParams } from "../command-endpoint.ts";
import { SeenProblem } from "../problem.ts";
import type { ProblemContext } from "../table.ts";

export const getProblem = endpoint({
  id: "getProblem",
  summary: "Read a problem; its ETag is its version",
  route: "GET /problems/{problemId}",
  permission: "problem:read",
  params: problemParams,
  reply: SeenProblem,
  refusals: ["not_found"],
  handle: ({ params }, { problems }: ProblemContext) => problems.get(params.problemId),
});
