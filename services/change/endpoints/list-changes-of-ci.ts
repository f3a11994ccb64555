import * as z from "zod";
import { ForeignId } from "../../../shared/domain/texts.ts";
import { endpoint } from "../../../shared/http/endpoint.ts";
import { ListedChange } from "../change.ts";
import type { ChangeContext } from "../context.ts";
import { foundAt, place } from "../occupancy.ts";
import { Instant } from "../task.ts";

const day = 24 * 3_600_000;
const [usualBack, usualAhead, mostDays] = [30, 90, 366];

const Query = z
  .strictObject({
    ciId: ForeignId,
    from: Instant.optional().describe(
      `${usualBack} days ago unless given; kept are those of the last 30 days`,
    ),
    to: Instant.optional().describe(`In ${usualAhead} days unless given`),
  })
  .refine(
    ({ from, to }) =>
      from === undefined || to === undefined || Date.parse(to) - Date.parse(from) <= mostDays * day,
    { path: ["to"], error: `At most ${mostDays} days` },
  );

const moved = (at: string, days: number): string => new Date(Date.parse(at) + days * day).toISOString();

export const listChangesOfCi = endpoint({
  id: "listChangesOfCi",
  summary: "Changes of a CI that are or were planned in a stretch of time, by their beginning",
  route: "GET /changes-of-ci",
  permission: "change:read_all",
  query: Query,
  reply: z.object({ items: z.array(ListedChange) }),
  refusals: [],
  handle: async ({ query: { ciId, from, to } }, context: ChangeContext) => {
    const [begin, end] = [from ?? moved(context.now(), -usualBack), to ?? moved(context.now(), usualAhead)];
    const found = await context.changes.some([...(await foundAt([place.ci(ciId)], begin, end, context))]);
    const items = found.filter(
      ({ ciIds, plannedStart, plannedEnd }) =>
        ciIds.includes(ciId) && String(plannedStart) < end && String(plannedEnd) > begin,
    );
    return {
      items: items.toSorted((a, b) => (`${a.plannedStart}#${a.id}` < `${b.plannedStart}#${b.id}` ? -1 : 1)),
    };
  },
});
