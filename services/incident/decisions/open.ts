import * as z from "zod";
import { may } from "../../../shared/access/actor.ts";
import { priorityOf } from "../../../shared/domain/priority.ts";
import { Refusal } from "../../../shared/domain/refusal.ts";
import type { Decision } from "../../../shared/dynamo/record.ts";
import { IncidentOpened } from "../events.ts";
import { HoldReason, type Incident, IncidentFields, PersonId, Resolution, TeamId } from "../incident.ts";
import { handlingOf, urgencyFor } from "../special-handling.ts";
import type { Prefilled } from "../template.ts";
import { type Circumstances, happened } from "./command.ts";
import { autoCloseAt, receivingTeam, targetAt } from "./edits.ts";
import { fillIn } from "./fill-in.ts";
import type { Routable, Routing } from "./route.ts";

/** A new incident; for somebody else when `callerId` is given. Agents may also assign, start, hold or solve it. */
export const OpenIncident = IncidentFields.extend({
  callerId: PersonId.optional().describe("Who needs help, if not the one who reports"),
  openedAt: z.iso
    .datetime()
    .optional()
    .describe("When it began, if that was before it is recorded; its clocks start there"),
  teamId: TeamId.optional(),
  assigneeId: PersonId.optional(),
  // Without usual values here, so that a template knows what was left open.
  channel: IncidentFields.shape.channel.unwrap().optional().describe("portal unless given"),
  impact: IncidentFields.shape.impact.unwrap().optional().describe("3 unless given"),
  urgency: IncidentFields.shape.urgency.unwrap().optional().describe("3 unless given"),
  templateId: z
    .string()
    .regex(/^TPL\d{7,12}$/, "A template number such as TPL0001234")
    .optional()
    .describe("Fills in what is left open"),
  watchers: z.array(PersonId).max(50).default([]),
  begin: z
    .discriminatedUnion("state", [
      z.strictObject({ state: z.literal("in_progress") }),
      z.strictObject({ state: z.literal("on_hold"), reason: HoldReason }),
      z.strictObject({ state: z.literal("resolved"), ...Resolution.shape }),
    ])
    .optional()
    .describe("Where it stands already, such as solved on the phone"),
});
export type OpenIncident = z.infer<typeof OpenIncident>;

const beginning = (
  begin: OpenIncident["begin"],
  { actor, now, settings }: Circumstances,
): Partial<Incident> => {
  if (begin?.state === "on_hold") return { state: "on_hold", holdReason: begin.reason };
  if (begin?.state !== "resolved") return { state: begin?.state ?? "new" };
  return {
    state: "resolved",
    resolution: { code: begin.code, text: begin.text },
    resolvedAt: now,
    resolvedBy: actor.id,
    autoCloseAt: autoCloseAt(settings, now),
  };
};

/** What only people who work on incidents may decide while opening one. */
const agentsOnly = ["openedAt", "teamId", "assigneeId", "begin", "links", "parentId", "vendor"] as const;

/** Asked of what somebody sent; what a template fills in was decided by who wrote it. */
const refuseBeyond = ({ actor }: Circumstances, input: OpenIncident): void => {
  if (may(actor, "incident:work")) return;
  const beyond = agentsOnly.filter((field) => input[field] !== undefined && String(input[field]) !== "");
  if (beyond.length === 0) return;
  const violations = beyond.map((field) => ({ path: `body.${field}`, message: "Agents decide this" }));
  throw new Refusal("forbidden", undefined, violations);
};

/** Older than any desk's records: what is meant is a mistake. */
const earliest = "2000-01-01T00:00:00.000Z";

const openingOf = ({ openedAt }: OpenIncident, now: string): string => {
  if (openedAt === undefined) return now;
  const at = new Date(openedAt).toISOString();
  const message = at > now ? "Not in the future" : at < earliest ? "Not before 2000" : undefined;
  if (message) throw new Refusal("invalid_input", undefined, [{ path: "body.openedAt", message }]);
  return at;
};

const usual = ({ channel, impact, urgency }: Partial<OpenIncident>) => ({
  channel: channel ?? "portal",
  impact: impact ?? 3,
  urgency: urgency ?? 3,
});

/** A report with what its template and common usage say where it leaves something open. */
export const complete = (report: OpenIncident, on: Circumstances, prefilled: Prefilled = {}) => {
  refuseBeyond(on, report);
  const whole = fillIn(report, prefilled);
  const weighed = usual(whole);
  const callerId = whole.callerId ?? on.actor.id;
  return { ...whole, ...weighed, callerId, urgency: urgencyFor(callerId, weighed.urgency, on.settings) };
};

/** The new incident as the rules look at it; undefined where whoever opens it named a team or a person. */
export const routable = (input: ReturnType<typeof complete>, on: Circumstances): Routable | undefined =>
  input.teamId !== undefined || input.assigneeId !== undefined
    ? undefined
    : {
        ...input,
        priority: priorityOf(on.settings.matrix, input),
      };

/**
 * `routing`: to whom the rules give it; `more`: what nobody may say in a request, such as the alert it is for;
 * `prefilled`: what its template says.
 */
export const openIncident = (
  id: string,
  report: OpenIncident,
  on: Circumstances,
  routing?: Routing,
  more: Pick<Partial<Incident>, "alert"> = {},
  prefilled?: Prefilled,
): Decision<Incident> => {
  const { teamId, assigneeId, ...by } = routing ?? {};
  const input = complete(report, on, prefilled);
  const { begin, ...fields } = input;
  const priority = priorityOf(on.settings.matrix, input);
  const openedAt = openingOf(input, on.now);
  const changes: Partial<Incident> = {
    ...fields,
    ...(teamId === undefined ? receivingTeam(input, on.settings) : { teamId, assigneeId }),
    ...handlingOf(input.callerId, on.settings),
    openedBy: on.actor.id,
    openedAt,
    priority,
    targetAt: targetAt(on.settings, openedAt, priority),
    reassignmentCount: 0,
    reopenCount: 0,
    ...beginning(begin, on),
    ...more,
  };
  const history = routing && { routing: by };
  return [happened(IncidentOpened, { id } as Incident, changes, {}, history)];
};
