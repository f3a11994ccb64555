import type { ProjectionType } from "../../shared/dynamo/projections.ts";
import type { ChangeSnapshot } from "../change/events.ts";

/** What monitoring keeps of a change: how far it is, on what, and when it is to be done. */
export type KnownChange = Pick<
  ChangeSnapshot,
  "id" | "title" | "state" | "ciIds" | "serviceId" | "plannedStart" | "plannedEnd"
>;

export const knownChange = (change: ChangeSnapshot): KnownChange => {
  const { id, title, state, ciIds, serviceId, plannedStart, plannedEnd } = change;
  return { id, title, state, ciIds, serviceId, plannedStart, plannedEnd };
};

export const changeProjection: ProjectionType<KnownChange> = { kind: "CHANGE", memberships: () => [] };
