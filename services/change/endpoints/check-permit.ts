import * as z from "zod";
import { Refusal } from "../../../shared/domain/refusal.ts";
import { endpoint } from "../../../shared/http/endpoint.ts";
import { ChangeId, ServiceId } from "../change-fields.ts";
import { circumstancesOf } from "../command-endpoint.ts";
import type { ChangeContext } from "../context.ts";
import { refusalOfPermit } from "../decisions/permit.ts";
import { isCurrent, openPermit, type PermitClaims } from "../permit.ts";

const Checked = z.object({
  valid: z.boolean(),
  reason: z.string().optional().describe("Why it is not"),
  changeId: z.string().optional(),
  expiresAt: z.iso.datetime().optional(),
});

const Body = z.strictObject({
  permit: z.string().min(1).max(4000),
  changeId: ChangeId.optional().describe("The change it must be for"),
  serviceId: ServiceId.optional().describe("The service it must be for"),
});

type Asked = z.infer<typeof Body>;

/** What is wrong with a permit that can be told without its change. */
const faultOf = (claims: PermitClaims | undefined, asked: Asked, now: string): string | undefined => {
  if (claims === undefined) return "It was not given by this service, or was altered";
  if (!isCurrent(claims, now)) return "Its time is over";
  if (asked.changeId !== undefined && asked.changeId !== claims.sub) return "It is for another change";
  if (asked.serviceId !== undefined && asked.serviceId !== claims.service) return "It is for another service";
  return undefined;
};

export const checkPermit = endpoint({
  id: "checkPermit",
  summary: "Whether a permit holds now, for this change or service, by everything that is known here",
  route: "POST /gate/check",
  permission: "change:gate",
  body: Body,
  reply: Checked,
  safe: true,
  refusals: [],
  handle: async ({ body, actor }, context: ChangeContext) => {
    const claims = await openPermit(context.permitKey, body.permit);
    const fault = faultOf(claims, body, context.now());
    if (claims === undefined || fault !== undefined) return { valid: false, reason: fault };
    const change = await context.changes.get(claims.sub).catch((error: unknown) => {
      if (error instanceof Refusal) return undefined;
      throw error;
    });
    if (!change) return { valid: false, reason: "Its change is not there" };
    const reason = refusalOfPermit(change, claims, await circumstancesOf(change, actor, context));
    const expiresAt = new Date(claims.exp * 1000).toISOString();
    return { valid: reason === undefined, reason, changeId: change.id, expiresAt };
  },
});
