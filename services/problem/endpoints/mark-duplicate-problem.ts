import { endpoint } from "../../../shared/http/endpoint.ts";
import { problemParams } from "../command-endpoint.ts";
import { DuplicateOf, markDuplicate } from "../decisions/duplicate.ts";
import { SeenProblem } from "../problem.ts";
import type { ProblemContext } from "../table.ts";

export const markDuplicateProblem = endpoint({
  id: "markDuplicateProblem",
  summary: "It is what another problem is: that one has its incidents from now on",
  route: "POST /problems/{problemId}/duplicate",
  permission: "problem:manage",
  params: problemParams,
  body: DuplicateOf,
  reply: SeenProblem,
  refusals: ["not_found", "version_conflict", "illegal_transition", "rule_violation"],
  handle: async ({ params, body, actor, ifMatch }, { problems, settings, now }: ProblemContext) => {
    const on = { actor, now: now(), settings: await settings() };
    const { problemId } = params;
    // A transaction takes each record once.
    const ids: readonly [string, ...string[]] = body.of === problemId ? [problemId] : [problemId, body.of];
    return problems.updateTogether(ids, ifMatch, (duplicate, other) =>
      markDuplicate(duplicate, body.of === problemId ? duplicate : other, on),
    );
  },
});
