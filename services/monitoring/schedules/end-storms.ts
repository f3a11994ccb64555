import { forEachId } from "../../../shared/dynamo/for-each.ts";
import type { Schedule } from "../../../shared/service.ts";
import type { Alert } from "../alert.ts";
import { minutes } from "../decisions/circumstances.ts";
import { clear, end } from "../decisions/storm.ts";
import { leaveStorm } from "../settle-alert.ts";
import type { Storm } from "../storm.ts";
import type { MonitoringContext } from "../table.ts";

/**
 * Longer than a request that saw the storm active can still be under way with an alert for it, and than an
 * index lags behind.
 */
const graceMs = 5 * minutes;

const newest = (
  storm: Storm,
  state: "firing" | "recovered",
  { alerts }: MonitoringContext,
  limit = 1,
): Promise<readonly Alert[]> => {
  const ask = { index: "alertsByStorm", partition: storm.id, prefix: `${state}#`, newestFirst: true };
  return alerts.list(ask, { limit }).then(({ items }) => items);
};

const sizeOf = async (storm: Storm, { alerts }: MonitoringContext): Promise<number> => {
  let size = 0;
  for await (const ids of alerts.ids({ index: "alertsByStorm", partition: storm.id })) size += ids.length;
  return size;
};

/** An active storm ends when nothing came for a while. No alert counts anywhere for that: their index knows. */
const endIfQuiet = async (id: string, context: MonitoringContext): Promise<void> => {
  const { storms, now, settings } = context;
  const storm = await storms.get(id);
  const { quietMinutes } = (await settings()).storm;
  const came = [...(await newest(storm, "firing", context)), ...(await newest(storm, "recovered", context))];
  const last = [storm.startedAt, ...came.map(({ raisedAt }) => raisedAt)].toSorted().at(-1) ?? "";
  if (Date.parse(last) + quietMinutes * minutes > Date.parse(now())) return;
  const total = await sizeOf(storm, context);
  await storms.update(id, undefined, (current) => end(current, now(), total));
};

/** Who joined too late is told of first: a hundred a minute, as many as one read gives. */
const clearIfWell = async (id: string, context: MonitoringContext): Promise<void> => {
  const { storms, now } = context;
  const storm = await storms.get(id);
  const { endedAt = now() } = storm;
  const firing = await newest(storm, "firing", context, 100);
  for (const alert of firing)
    if (alert.raisedAt > endedAt && !alert.isOwn) await leaveStorm(alert.id, id, context);
  if (firing.length > 0 || Date.parse(endedAt) + graceMs > Date.parse(now())) return;
  await storms.update(id, undefined, clear);
};

export const endStorms: Schedule<MonitoringContext> = {
  id: "end-storms",
  summary: "Ends storms that have gone quiet, and clears them when all their alerts have recovered.",
  every: "rate(1 minute)",
  handle: async ({ deadline }, context) => {
    const inState = (partition: string) => context.storms.ids({ index: "stormsByState", partition });
    await forEachId(inState("active"), (id) => endIfQuiet(id, context), deadline);
    await forEachId(inState("ended"), (id) => clearIfWell(id, context), deadline);
  },
};
