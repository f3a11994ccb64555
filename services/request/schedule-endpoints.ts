import * as z from "zod";
import { type Actor, may } from "../../shared/access/actor.ts";
import { Refusal } from "../../shared/domain/refusal.ts";
import { pageOf, pageQuery } from "../../shared/dynamo/page.ts";
import { type Endpoint, endpoint } from "../../shared/http/endpoint.ts";
import { HistoryItem } from "../../shared/http/history-item.ts";
import { keep, keptLifecycle, move, rewrite } from "../../shared/kept/kept.ts";
import type { RequestContext } from "./context.ts";
import { violation } from "./decisions/command.ts";
import { ScheduleId } from "./ids.ts";
import { nextAfter, Schedule, ScheduleFields, tellOfSchedule } from "./schedule.ts";

const params = z.object({ requestScheduleId: ScheduleId });
const names = Object.keys(ScheduleFields.shape);

/** With when it comes next, which follows from what is said; refused where that is never. */
const timed = (fields: ScheduleFields, actor: Actor, now: string) => {
  const asAgent = may(actor, "request:work") ? { asAgent: true } : {};
  return { ...fields, ...asAgent, nextAt: mustCome(fields, now) };
};

const mustCome = (fields: Pick<ScheduleFields, "at" | "recurrence">, now: string): string => {
  const nextAt = nextAfter(fields, now);
  if (nextAt !== undefined) return nextAt;
  throw fields.at === undefined
    ? violation("body.recurrence", "It never comes again")
    : violation("body.at", "That time is over");
};

const moving = (action: "retire" | "restore", summary: string) =>
  endpoint({
    id: `${action}RequestSchedule`,
    summary,
    route: `POST /request-schedules/{requestScheduleId}/${action}`,
    permission: "request:order",
    params,
    body: z.strictObject({}),
    reply: Schedule,
    refusals: ["not_found", "illegal_transition", "version_conflict", "rule_violation"],
    handle: ({ params: { requestScheduleId: id }, ifMatch }, { schedules, now }: RequestContext) =>
      schedules.update(id, ifMatch, (schedule) =>
        move(tellOfSchedule, schedule, action).map((occurrence) => ({
          ...occurrence,
          changes: {
            ...occurrence.changes,
            nextAt: action === "restore" ? mustCome(schedule, now()) : undefined,
          },
        })),
      ),
  });

/** What one has ordered at a time to come, or again and again: for oneself or somebody else, one's own only. */
export const scheduleEndpoints: readonly Endpoint<RequestContext>[] = [
  endpoint({
    id: "createRequestSchedule",
    summary: "Have something ordered at a time to come, or again and again",
    route: "POST /request-schedules",
    permission: "request:order",
    body: ScheduleFields,
    reply: Schedule,
    status: 201,
    refusals: ["rule_violation"],
    handle: ({ body, actor }, { schedules, now }: RequestContext) =>
      schedules.create((id) =>
        keep<Schedule>(tellOfSchedule, id, { ...timed(body, actor, now()), ownerId: actor.id }),
      ),
  }),
  endpoint({
    id: "listRequestSchedules",
    summary: "One's own schedules in a state",
    route: "GET /request-schedules",
    permission: "request:order",
    query: z.strictObject({ state: keptLifecycle.State.default("active"), ...pageQuery }),
    reply: pageOf(Schedule.omit({ order: true }).meta({ id: "ListedRequestSchedule" })),
    refusals: ["invalid_cursor"],
    handle: ({ query: { state, ...page }, actor }, { schedules }: RequestContext) =>
      schedules.list({ index: "byOwner", partition: `${actor.id}#schedule#${state}` }, page),
  }),
  endpoint({
    id: "getRequestSchedule",
    summary: "Read a schedule of one's own",
    route: "GET /request-schedules/{requestScheduleId}",
    permission: "request:order",
    params,
    reply: Schedule,
    refusals: ["not_found"],
    handle: ({ params: { requestScheduleId: id } }, { schedules }: RequestContext) => schedules.get(id),
  }),
  endpoint({
    id: "replaceRequestSchedule",
    summary: "Say anew what is ordered and when",
    route: "PUT /request-schedules/{requestScheduleId}",
    permission: "request:order",
    params,
    body: ScheduleFields,
    reply: Schedule,
    needsVersion: true,
    refusals: ["not_found", "illegal_transition", "rule_violation"],
    handle: (
      { params: { requestScheduleId: id }, body, actor, ifMatch },
      { schedules, now }: RequestContext,
    ) =>
      schedules.update(id, ifMatch, (schedule) => {
        if (schedule.state === "retired") throw new Refusal("illegal_transition", "It is retired");
        return rewrite(tellOfSchedule, schedule, timed(body, actor, now()), [...names, "nextAt", "asAgent"]);
      }),
  }),
  moving("retire", "Nothing is ordered by it any more"),
  moving("restore", "It is ordered again when its time comes"),
  endpoint({
    id: "listRequestScheduleHistory",
    summary: "What was ordered by a schedule, and what was not",
    route: "GET /request-schedules/{requestScheduleId}/history",
    permission: "request:order",
    params,
    query: z.strictObject(pageQuery),
    reply: pageOf(HistoryItem),
    refusals: ["not_found", "invalid_cursor"],
    handle: ({ params: { requestScheduleId: id }, query }, { schedules }: RequestContext) =>
      schedules.history(id, query),
  }),
];
