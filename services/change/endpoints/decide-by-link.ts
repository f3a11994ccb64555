import * as z from "zod";
import { openLink } from "../../../shared/approvals/decision-link.ts";
import { Refusal } from "../../../shared/domain/refusal.ts";
import { endpoint } from "../../../shared/http/endpoint.ts";
import type { Change } from "../change.ts";
import { changeParams } from "../command-endpoint.ts";
import type { ChangeContext } from "../context.ts";
import { decide } from "../decisions/authorize.ts";
import { decideException } from "../decisions/exception.ts";

const Body = z.strictObject({
  token: z.string().min(1).max(2000),
  verdict: z.enum(["approve", "reject"]),
  comment: z.string().trim().min(1).max(2000).optional(),
});

const Decided = z.object({
  changeId: z.string(),
  title: z.string(),
  verdict: z.enum(["approve", "reject"]),
});

/** The link was for a question that is not asked any more. */
const mustBeAsked = (change: Change, about: string | undefined, round: number): void => {
  const approval = about === "exception" ? change.exception?.approval : change.approval;
  if (approval?.round !== round)
    throw new Refusal("illegal_transition", "What the link was about has changed");
};

export const decideByLink = endpoint({
  id: "decideByLink",
  summary: "Decide with the token of a mail, without signing in",
  route: "POST /changes/{changeId}/decide-by-link",
  params: changeParams,
  body: Body,
  reply: Decided,
  refusals: ["not_found", "illegal_transition", "rule_violation", "forbidden"],
  handle: async ({ params, body: { token, verdict, comment } }, context: ChangeContext) => {
    const claims = openLink(await context.linkKey(), token, context.now());
    if (claims?.recordId !== params.changeId)
      throw new Refusal("not_found", "The link is not right, or its time is over");
    const { personId, about, round, step } = claims;
    const { changes, settings, freezes, now } = context.asHolder(personId);
    const actor = { id: personId, roles: [], teams: [], permissions: new Set<string>() };
    const on = { actor, now: now(), settings: await settings(), freezes: await freezes() };
    const { id, title } = await changes.update(params.changeId, undefined, (change) => {
      mustBeAsked(change, about, round);
      const voting = { personId, roles: [], verdict, comment, step, channel: "link" as const };
      return about === "exception" ? decideException(change, voting, on) : decide(change, voting, on);
    });
    return { changeId: id, title, verdict };
  },
});
