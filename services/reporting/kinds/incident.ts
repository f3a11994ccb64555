import { picking } from "../../../shared/domain/picking.ts";
import { absent, type Count, type Fact, type MeasuredKind } from "../../../shared/dynamo/measured.ts";
import type { IncidentSnapshot } from "../../incident/events.ts";
import { durationSums } from "./durations.ts";
import { dimensionsOf } from "./names.ts";

/** What reporting keeps of an incident. */
export const knownIncident = picking<IncidentSnapshot>()(
  "state",
  "title",
  "restricted",
  "priority",
  "category",
  "serviceId",
  "teamId",
  "assigneeId",
  "openedAt",
  "resolvedAt",
  "breaches",
  "serviceLevels",
);
export type KnownIncident = ReturnType<typeof knownIncident>;

/** The moment at which it was cancelled or found to be a duplicate, which no field of it dates. */
export const droppedMoment = "dropped";

const isOpen = ({ state }: KnownIncident): boolean =>
  state === "new" || state === "in_progress" || state === "on_hold";

type Where = Pick<Count, "level" | "by">;

const stateCounts = ({ known, moments }: Fact<KnownIncident>, where: Where): readonly Count[] => {
  const { openedAt, resolvedAt, state, breaches = 0, assigneeId = absent } = known;
  const opened: Count = { figure: "opened", at: openedAt, ...where };
  if (isOpen(known)) {
    const by = { ...where.by, assignee: assigneeId };
    const open: Count = { figure: "open", at: openedAt, isStock: true, ...where, by };
    return breaches > 0 ? [opened, open, { ...open, figure: "overdue" }] : [opened, open];
  }
  if (state !== "cancelled" && resolvedAt !== undefined)
    return [
      opened,
      { figure: "resolved", at: resolvedAt, sums: durationSums(openedAt, resolvedAt), ...where },
    ];
  const droppedAt = moments?.[droppedMoment]?.at;
  return droppedAt === undefined ? [opened] : [opened, { figure: "dropped", at: droppedAt, ...where }];
};

/** Promises to those the incident is solved for that are settled: kept, or broken from when their time was over. */
const promiseCounts = ({ known }: Fact<KnownIncident>, { level, by }: Where): readonly Count[] => {
  const { serviceLevels = [], openedAt, state } = known;
  if (state === "cancelled") return [];
  const { category: _, ...rest } = by as Readonly<Record<string, string>>;
  return serviceLevels
    .filter(({ internal, breached, state: clock }) => !internal && (breached || clock === "stopped"))
    .map(({ agreementId, metric, breached, dueAt, stoppedAt }) => ({
      figure: breached ? "broken" : "kept",
      name: `${agreementId} ${metric}`,
      at: (breached ? dueAt : undefined) ?? stoppedAt ?? openedAt,
      level,
      by: { ...rest, agreement: agreementId, metric },
    }));
};

/**
 * What an incident counts in. A restricted one counts nowhere: its absence from a list would tell of it. One
 * that was cancelled or is a duplicate came in and was dropped; it was not resolved and kept no promise.
 */
export const incidentCounts = (_id: string, fact: Fact<KnownIncident>): readonly Count[] => {
  const { restricted, priority, teamId, serviceId, category } = fact.known;
  if (restricted) return [];
  const by = dimensionsOf({ team: teamId, service: serviceId, category });
  const where = { level: String(priority), by };
  return [...stateCounts(fact, where), ...promiseCounts(fact, where)];
};

export const incidentKind: MeasuredKind<KnownIncident> = {
  kind: "incident",
  edition: 2,
  counts: incidentCounts,
};
