import * as z from "zod";
import type { Verdict } from "../../shared/approvals/approval.ts";
import { type Endpoint, endpoint } from "../../shared/http/endpoint.ts";
import { SeenChange } from "./change.ts";
import { changeParams } from "./command-endpoint.ts";
import type { ChangeContext } from "./context.ts";
import { decide } from "./decisions/authorize.ts";
import { decideException } from "./decisions/exception.ts";

export const DecisionFields = z.strictObject({
  comment: z.string().trim().min(1).max(2000).optional(),
  step: z
    .number()
    .int()
    .min(1)
    .max(20)
    .optional()
    .describe("The step that is meant; the open one unless given"),
});

/** An endpoint by which somebody who was asked decides on a change. */
export const decisionEndpoint = (declared: {
  readonly id: string;
  readonly summary: string;
  readonly route: Endpoint["route"];
  readonly verdict: Verdict;
  /** About a freeze, where it is not about the change itself. */
  readonly about?: "exception";
}): Endpoint<ChangeContext> =>
  endpoint({
    id: declared.id,
    summary: declared.summary,
    route: declared.route,
    permission: "change:decide",
    params: changeParams,
    body: DecisionFields,
    reply: SeenChange,
    refusals: ["not_found", "version_conflict", "illegal_transition", "rule_violation"],
    handle: async ({ params, body, actor, ifMatch }, { changes, settings, freezes, now }: ChangeContext) => {
      const on = { actor, now: now(), settings: await settings(), freezes: await freezes() };
      const { verdict } = declared;
      const voting = { ...body, personId: actor.id, roles: actor.roles, verdict, channel: "api" as const };
      return changes.update(params.changeId, ifMatch, (change) =>
        declared.about === "exception" ? decideException(change, voting, on) : decide(change, voting, on),
      );
    },
  });
