import * as z from "zod";
import { defineEvent } from "../../shared/events/event-type.ts";

const data = z.object({
  delegation: z.object({
    id: z.string(),
    personId: z.string(),
    toId: z.string(),
    from: z.string(),
    until: z.string(),
    state: z.enum(["active", "ended"]),
  }),
});
const event = (type: string, summary: string) =>
  defineEvent({ source: "itsm.change", type, version: 1, summary, data });

export const ApprovalDelegated = event("ApprovalDelegated", "Somebody is away, and somebody else decides.");
export const ApprovalDelegationEnded = event(
  "ApprovalDelegationEnded",
  "They decide themselves again, earlier than was said.",
);

export const delegationEvents = [ApprovalDelegated, ApprovalDelegationEnded];
