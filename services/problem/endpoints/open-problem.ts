import { endpoint } from "../../../shared/http/endpoint.ts";
import { openProblem as decide, OpenProblem } from "../decisions/open.ts";
import { SeenProblem } from "../problem.ts";
import type { ProblemContext } from "../table.ts";

export const openProblem = endpoint({
  id: "openProblem",
  summary: "Look for the cause behind incidents",
  route: "POST /problems",
  permission: "problem:work",
  body: OpenProblem,
  reply: SeenProblem,
  status: 201,
  refusals: [],
  handle: async ({ body, actor }, { problems, settings, now }: ProblemContext) => {
    const on = { actor, now: now(), settings: await settings() };
    return problems.create((id) => decide(id, body, on));
  },
});
