import * as z from "zod";
import type { Permission } from "../../shared/access/actor.ts";
import type { RefusalCode } from "../../shared/domain/refusal.ts";
import { type Endpoint, endpoint } from "../../shared/http/endpoint.ts";
import type { Command } from "./decisions/command.ts";
import { ProblemId, SeenProblem } from "./problem.ts";
import type { ProblemContext } from "./table.ts";

export const problemParams = z.object({ problemId: ProblemId });

/** An endpoint that applies a command to one problem; `If-Match` is optional unless asked for, the state is the guard. */
export const commandEndpoint = <B extends z.ZodType>(declared: {
  readonly id: string;
  readonly summary: string;
  readonly route: Endpoint["route"];
  readonly command: Command<B>;
  readonly permission?: Permission;
  readonly needsVersion?: boolean;
  readonly refusals?: readonly RefusalCode[];
}): Endpoint<ProblemContext> =>
  endpoint({
    id: declared.id,
    summary: declared.summary,
    route: declared.route,
    permission: declared.permission ?? "problem:work",
    params: problemParams,
    body: declared.command.body,
    reply: SeenProblem,
    needsVersion: declared.needsVersion,
    refusals: declared.needsVersion
      ? ["not_found", "illegal_transition", ...(declared.refusals ?? [])]
      : ["not_found", "version_conflict", "illegal_transition", ...(declared.refusals ?? [])],
    handle: async ({ params, body, actor, ifMatch }, { problems, settings, now }: ProblemContext) => {
      const on = { actor, now: now(), settings: await settings() };
      return problems.update(params.problemId, ifMatch, (problem) =>
        declared.command.decide(problem, body as z.output<B>, on),
      );
    },
  });
