import * as z from "zod";
import { endpoint } from "../../../shared/http/endpoint.ts";
import {
  ExplainedClocks,
  explainClocks,
  explainedAt,
  recordedClocks,
} from "../../../shared/targets/explain-clocks.ts";
import { presentFacts } from "../clock-facts.ts";
import { problemParams } from "../command-endpoint.ts";
import type { ProblemContext } from "../table.ts";

export const getProblemServiceLevels = endpoint({
  id: "getProblemServiceLevels",
  summary: "Explain a problem's service levels: every stretch of time with its reason",
  route: "GET /problems/{problemId}/service-levels",
  permission: "problem:read",
  params: problemParams,
  reply: z.object({ ...explainedAt, serviceLevels: ExplainedClocks, recorded: recordedClocks("problem") }),
  refusals: ["not_found"],
  handle: async ({ params }, { problems, terms, now }: ProblemContext) => {
    const [problem, inForce] = await Promise.all([problems.get(params.problemId), terms()]);
    const at = now();
    const { targetAt, serviceLevels = [] } = problem;
    const explained = explainClocks(problem, presentFacts(problem), inForce, at);
    return { at, targetAt, serviceLevels: explained, recorded: [...serviceLevels] };
  },
});
