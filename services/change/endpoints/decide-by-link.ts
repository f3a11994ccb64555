import * as z from "zod";
import { endpoint } from "../../../shared/http/endpoint.ts";
import { changeParams } from "../command-endpoint.ts";
import type { ChangeContext } from "../context.ts";
import { claimsOfLink, mustBeAsked } from "../decision-link.ts";
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

export const decideByLink = endpoint({
  id: "decideByLink",
  summary: "Decide with the token of a mail, without signing in",
  route: "POST /changes/{changeId}/decide-by-link",
  params: changeParams,
  body: Body,
  reply: Decided,
  refusals: ["not_found", "illegal_transition", "rule_violation", "forbidden"],
  handle: async ({ params, body: { token, verdict, comment } }, context: ChangeContext) => {
    const claims = await claimsOfLink(params.changeId, token, context);
    const { personId, about, step } = claims;
    const { changes, settings, freezes, now } = context.asHolder(personId);
    const actor = { id: personId, roles: [], teams: [], permissions: new Set<string>() };
    const on = { actor, now: now(), settings: await settings(), freezes: await freezes() };
    const { id, title } = await changes.update(params.changeId, undefined, (change) => {
      mustBeAsked(change, claims);
      const voting = { personId, roles: [], verdict, comment, step, channel: "link" as const };
      return about === "exception" ? decideException(change, voting, on) : decide(change, voting, on);
    });
    return { changeId: id, title, verdict };
  },
});
