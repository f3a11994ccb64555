import * as z from "zod";
import { priorityOf } from "../../../shared/domain/priority.ts";
import { endpoint } from "../../../shared/http/endpoint.ts";
import { Rules } from "../assignment-rules.ts";
import { IncidentFields, PersonId } from "../incident.ts";
import { routeIncident } from "../route-incident.ts";
import type { IncidentContext } from "../table.ts";

const Draft = IncidentFields.pick({
  title: true,
  channel: true,
  category: true,
  subcategory: true,
  location: true,
  impact: true,
  urgency: true,
  serviceId: true,
  ciIds: true,
  restricted: true,
}).extend({ callerId: PersonId.optional().describe("Who needs help, if not the one who asks") });

const Outcome = z.object({
  rule: z.string().optional().describe("Name of the rule that matches; absent: none does"),
  teamId: z.string().optional(),
  assigneeId: z.string().optional(),
  passed: z
    .array(
      z.object({
        rule: z.string(),
        because: z.string().describe("The condition that does not hold; `team`: its team does not work"),
      }),
    )
    .describe("The rules before it in their order"),
  loads: z
    .array(z.object({ personId: z.string(), open: z.number().int() }))
    .describe("Open incidents of the members present, counted up to 50"),
});

export const tryIncidentAssignmentRules = endpoint({
  id: "tryIncidentAssignmentRules",
  summary: "Who would get this incident, by the rules in force or by others, and why",
  route: "POST /incident-assignment-rules/test",
  permission: "incident:read_settings",
  body: z.strictObject({ incident: Draft, rules: Rules.optional() }),
  reply: Outcome,
  safe: true,
  refusals: [],
  handle: async ({ body: { incident, rules }, actor }, context: IncidentContext) => {
    const priority = priorityOf((await context.settings()).matrix, incident);
    const draft = { ...incident, priority, callerId: incident.callerId ?? actor.id };
    const { routing, passed, loads } = await routeIncident(draft, context, rules);
    const { rule, teamId, assigneeId } = routing ?? {};
    return { rule, teamId, assigneeId, passed: [...passed], loads: [...loads] };
  },
});
