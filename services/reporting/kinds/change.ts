import { picking } from "../../../shared/domain/picking.ts";
import type { Count, Fact, MeasuredKind } from "../../../shared/dynamo/measured.ts";
import type { ChangeSnapshot } from "../../change/events.ts";
import { durationSums } from "./durations.ts";
import { dimensionsOf } from "./names.ts";

/** What reporting keeps of a change. */
export const knownChange = picking<ChangeSnapshot>()(
  "type",
  "state",
  "title",
  "risk",
  "category",
  "serviceId",
  "teamId",
  "assigneeId",
  "openedAt",
  "actualEnd",
  "closedAt",
  "outcome",
);
export type KnownChange = ReturnType<typeof knownChange>;

export const changeTypes = ["emergency", "normal", "standard"] as const;

/** The moment at which it was cancelled, which no field of it dates. */
export const cancelledMoment = "cancelled";

/** The figure that a change with an outcome counts in. */
export const outcomeFigures = {
  successful: "successful",
  successful_with_issues: "with_issues",
  backed_out: "backed_out",
  failed: "failed",
} as const;

type Where = Pick<Count, "level" | "by">;

const endOf = ({ known, moments }: Fact<KnownChange>, where: Where): readonly Count[] => {
  const { state, outcome, actualEnd, closedAt, openedAt } = known;
  const endedAt = actualEnd ?? closedAt;
  if (state !== "cancelled" && outcome !== undefined && endedAt !== undefined)
    return [
      { figure: outcomeFigures[outcome], at: endedAt, ...where },
      { figure: "done", at: endedAt, sums: durationSums(openedAt, endedAt), ...where },
    ];
  const droppedAt = state === "cancelled" ? moments?.[cancelledMoment]?.at : closedAt;
  return droppedAt === undefined ? [] : [{ figure: "dropped", at: droppedAt, ...where }];
};

/** Done once the work on it is over, whether or not it has been looked back upon. */
const isUnderWay = ({ state, outcome }: KnownChange): boolean =>
  state !== "cancelled" && state !== "closed" && outcome === undefined;

/** What a change counts in. */
export const changeCounts = (_id: string, fact: Fact<KnownChange>): readonly Count[] => {
  const { type, teamId, serviceId, category, risk, openedAt } = fact.known;
  const where = { level: type, by: dimensionsOf({ team: teamId, service: serviceId, category, risk }) };
  return [
    { figure: "opened", at: openedAt, ...where },
    ...(isUnderWay(fact.known)
      ? [{ figure: "open", at: openedAt, isStock: true, ...where }]
      : endOf(fact, where)),
  ];
};

export const changeKind: MeasuredKind<KnownChange> = { kind: "change", edition: 1, counts: changeCounts };
