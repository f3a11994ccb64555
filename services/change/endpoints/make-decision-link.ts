import * as z from "zod";
import { awaited, openStep } from "../../../shared/approvals/approval.ts";
import { sealLink } from "../../../shared/approvals/decision-link.ts";
import { Refusal } from "../../../shared/domain/refusal.ts";
import { endpoint } from "../../../shared/http/endpoint.ts";
import { PersonId } from "../change-fields.ts";
import { changeParams } from "../command-endpoint.ts";
import type { ChangeContext } from "../context.ts";

const Link = z.object({
  token: z
    .string()
    .describe("For `POST /changes/{changeId}/decide-by-link`; whoever has it decides in this person's name"),
  expiresAt: z.iso.datetime(),
});
const day = 24 * 3_600_000;
/** A mail is read within days; a link lives no longer than the question. */
const mostDays = 7;

/**
 * A link is a secret, so it is in no event and no history: the program that writes the mail asks for it. It
 * stands for one person and one step, and decides once, because a decision is final.
 */
export const makeDecisionLink = endpoint({
  id: "makeDecisionLink",
  summary: "A signed token for a mail, by which one person who is asked decides once",
  route: "POST /changes/{changeId}/decision-link",
  permission: "change:notify",
  params: changeParams,
  body: z.strictObject({ personId: PersonId }),
  reply: Link,
  safe: true,
  refusals: ["not_found", "rule_violation"],
  handle: async ({ params, body }, { changes, linkKey, now }: ChangeContext) => {
    const { id, state, approval } = await changes.get(params.changeId);
    const step = approval && openStep(approval);
    if (state !== "authorize" || !approval || !step || !awaited(approval).people.includes(body.personId))
      throw new Refusal("rule_violation", "This person is not asked to decide it now");
    const latest = new Date(Date.parse(now()) + mostDays * day).toISOString();
    const expiresAt = step.expiresAt !== undefined && step.expiresAt < latest ? step.expiresAt : latest;
    const claims = { recordId: id, round: approval.round, step: approval.steps.indexOf(step) + 1, expiresAt };
    return { token: sealLink(await linkKey(), { ...claims, personId: body.personId }), expiresAt };
  },
});
