import type { ProjectionType } from "../../shared/dynamo/projections.ts";
import type { ChangeSnapshot } from "../change/events.ts";
import { CiId } from "./ci.ts";

/** What configuration management keeps of a change. */
export type KnownChange = Pick<
  ChangeSnapshot,
  "id" | "state" | "title" | "type" | "risk" | "outcome" | "plannedStart" | "plannedEnd" | "openedAt"
> & {
  /** The CIs it names, its service among them; other ids lead nowhere here. */
  readonly ciIds: readonly string[];
};

export const knownChange = (change: ChangeSnapshot): KnownChange => {
  const { id, state, title, type, risk, outcome, plannedStart, plannedEnd, openedAt, serviceId } = change;
  const named = [...change.ciIds, ...(serviceId === undefined ? [] : [serviceId])];
  const ciIds = [...new Set(named)].filter((each) => CiId.safeParse(each).success).toSorted();
  return { id, state, title, type, risk, outcome, plannedStart, plannedEnd, openedAt, ciIds };
};

/** The group of all changes of a CI but cancelled ones, and of those that are being done right now. */
export const changesOfCi = (ciId: string): string => `all#${ciId}`;
export const changesUnderWay = (ciId: string): string => `now#${ciId}`;

export const changeProjection: ProjectionType<KnownChange> = {
  kind: "CHANGE",
  memberships: ({ state, ciIds, plannedStart, openedAt }) => {
    const order = plannedStart ?? openedAt;
    return ciIds.flatMap((ciId) => [
      ...(state === "cancelled" ? [] : [{ group: changesOfCi(ciId), order }]),
      ...(state === "implement" ? [{ group: changesUnderWay(ciId), order }] : []),
    ]);
  },
};
