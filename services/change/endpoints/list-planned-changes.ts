import * as z from "zod";
import { Refusal } from "../../../shared/domain/refusal.ts";
import { ForeignId } from "../../../shared/domain/texts.ts";
import { endpoint } from "../../../shared/http/endpoint.ts";
import { type Change, ListedChange } from "../change.ts";
import { ServiceId, TeamId } from "../change-fields.ts";
import { ChangeType, normalLifecycle } from "../change-type.ts";
import type { ChangeContext } from "../context.ts";
import { foundAt, place } from "../occupancy.ts";
import { Instant } from "../task.ts";

const day = 24 * 3_600_000;
/** As much as a calendar shows at once, and as many as people still find something in. */
const [mostDays, mostChanges] = [62, 500];

const Query = z
  .strictObject({
    from: Instant,
    to: Instant,
    teamId: TeamId.optional().describe("Those that this team does"),
    serviceId: ServiceId.optional().describe("Those of this service, and of CIs that it depends on"),
    ciId: ForeignId.optional().describe("Those of this configuration item"),
    type: ChangeType.optional(),
    state: normalLifecycle.State.optional(),
  })
  .refine(({ teamId, serviceId, ciId }) => [teamId, serviceId, ciId].filter(Boolean).length === 1, {
    path: ["teamId"],
    error: "Ask about a team, a service or a CI",
  })
  .refine(({ from, to }) => from < to, { path: ["to"], error: "After the beginning" })
  .refine(({ from, to }) => Date.parse(to) - Date.parse(from) <= mostDays * day, {
    path: ["to"],
    error: `At most ${mostDays} days`,
  });
type Query = z.infer<typeof Query>;

const placeOf = ({ teamId, serviceId, ciId }: Query): string => {
  if (teamId !== undefined) return place.team(teamId);
  return serviceId === undefined ? place.ci(String(ciId)) : place.service(serviceId);
};

/** It is what is asked for as it is now: what it is filed under may be what it was. */
const isAsked = (change: Change, { from, to, teamId, serviceId, ciId, type, state }: Query): boolean =>
  String(change.plannedStart) < to &&
  String(change.plannedEnd) > from &&
  (teamId === undefined || change.teamId === teamId) &&
  (ciId === undefined || change.ciIds.includes(ciId)) &&
  (serviceId === undefined ||
    change.serviceId === serviceId ||
    change.impacted?.services.some(({ id }) => id === serviceId) === true) &&
  (type === undefined || change.type === type) &&
  (state === undefined || change.state === state);

export const listPlannedChanges = endpoint({
  id: "listPlannedChanges",
  summary:
    "The calendar of a team, a service or a CI: changes that are planned in a stretch of time, by their beginning",
  route: "GET /planned-changes",
  permission: "change:read_all",
  query: Query,
  reply: z.object({ items: z.array(ListedChange) }),
  refusals: ["rule_violation"],
  handle: async ({ query }, context: ChangeContext) => {
    const found = await foundAt([placeOf(query)], query.from, query.to, context);
    if (found.size > mostChanges)
      throw new Refusal("rule_violation", `More than ${mostChanges} changes: ask for fewer days`);
    const items = (await context.changes.some([...found])).filter((change) => isAsked(change, query));
    return {
      items: items.toSorted((a, b) => (`${a.plannedStart}#${a.id}` < `${b.plannedStart}#${b.id}` ? -1 : 1)),
    };
  },
});
