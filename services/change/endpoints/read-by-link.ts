import * as z from "zod";
import { endpoint } from "../../../shared/http/endpoint.ts";
import { SeenChange } from "../change.ts";
import { changeParams } from "../command-endpoint.ts";
import type { ChangeContext } from "../context.ts";
import { askedBy, claimsOfLink, mustBeAsked } from "../decision-link.ts";

/** What whoever decides has to know: what is done, why, when, how, and what may go wrong. */
const Shown = SeenChange.pick({
  title: true,
  type: true,
  description: true,
  justification: true,
  impact: true,
  risk: true,
  riskReasons: true,
  riskMissing: true,
  chance: true,
  plannedStart: true,
  plannedEnd: true,
  plans: true,
  conflicts: true,
});

const Question = Shown.extend({
  changeId: z.string(),
  about: z.enum(["change", "exception"]),
  personId: z.string().describe("In whose name the link decides"),
  expiresAt: z.iso.datetime(),
  reason: z.string().optional().describe("Why it should be done in a freeze, where that is asked"),
  decided: z
    .enum(["approve", "reject", "abstain"])
    .optional()
    .describe("What this person has decided already"),
}).meta({ id: "ChangeQuestion" });

export const readByLink = endpoint({
  id: "readByLink",
  summary: "What the token of a mail asks about, without signing in: nobody approves what they have not seen",
  route: "POST /changes/{changeId}/decide-by-link/read",
  params: changeParams,
  body: z.strictObject({ token: z.string().min(1).max(2000) }),
  reply: Question,
  safe: true,
  refusals: ["not_found", "illegal_transition"],
  handle: async ({ params: { changeId }, body: { token } }, context: ChangeContext) => {
    const claims = await claimsOfLink(changeId, token, context);
    const { personId, step, expiresAt } = claims;
    const change = await context.asHolder(personId).changes.get(changeId);
    mustBeAsked(change, claims);
    const ballots = askedBy(change, claims)?.steps[step - 1]?.ballots ?? [];
    const isException = claims.about === "exception";
    return {
      ...Shown.parse(change),
      changeId,
      about: isException ? ("exception" as const) : ("change" as const),
      personId,
      expiresAt,
      ...(isException ? { reason: change.exception?.reason } : {}),
      decided: ballots.find((ballot) => ballot.personId === personId)?.verdict,
    };
  },
});
