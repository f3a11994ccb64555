import * as z from "zod";
import { awaited, openStep } from "../../../shared/approvals/approval.ts";
import { sealLink } from "../../../shared/approvals/decision-link.ts";
import { Refusal } from "../../../shared/domain/refusal.ts";
import { endpoint } from "../../../shared/http/endpoint.ts";
import type { Change } from "../change.ts";
import { PersonId } from "../change-fields.ts";
import { changeParams } from "../command-endpoint.ts";
import type { ChangeContext } from "../context.ts";

const Link = z.object({
  token: z
    .string()
    .describe("For `POST /changes/{changeId}/decide-by-link`; whoever has it decides in this person's name"),
  expiresAt: z.iso.datetime(),
});
const About = z
  .enum(["change", "exception"])
  .default("change")
  .describe("The change itself, or that it is done in a freeze");
const day = 24 * 3_600_000;
/** A mail is read within days; a link lives no longer than the question. */
const mostDays = 7;

/** The question that is open now. */
const questionOf = ({ state, approval, exception }: Change, about: z.infer<typeof About>) => {
  if (about === "exception") return exception?.state === "asked" ? exception.approval : undefined;
  return state === "authorize" ? approval : undefined;
};

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
  body: z.strictObject({ personId: PersonId, about: About }),
  reply: Link,
  safe: true,
  refusals: ["not_found", "rule_violation"],
  handle: async ({ params, body }, { changes, linkKey, now }: ChangeContext) => {
    const { personId, about } = body;
    const change = await changes.get(params.changeId);
    const approval = questionOf(change, about);
    const step = approval && openStep(approval);
    if (!step || !awaited(approval).people.includes(personId))
      throw new Refusal("rule_violation", "This person is not asked to decide it now");
    const latest = new Date(Date.parse(now()) + mostDays * day).toISOString();
    const expiresAt = step.expiresAt !== undefined && step.expiresAt < latest ? step.expiresAt : latest;
    const asked = { about, round: approval.round, step: approval.steps.indexOf(step) + 1 };
    return {
      token: sealLink(await linkKey(), { recordId: change.id, ...asked, personId, expiresAt }),
      expiresAt,
    };
  },
});
