import type { ProjectionType } from "../../shared/dynamo/projections.ts";
import type { ChangeSnapshot } from "../change/events.ts";

/** What monitoring keeps of a change: whether it is being done, on what and until when. */
export type KnownChange = Pick<
  ChangeSnapshot,
  "id" | "title" | "state" | "ciIds" | "serviceId" | "plannedEnd"
>;

export const knownChange = ({
  id,
  title,
  state,
  ciIds,
  serviceId,
  plannedEnd,
}: ChangeSnapshot): KnownChange => ({
  id,
  title,
  state,
  ciIds,
  serviceId,
  plannedEnd,
});

export const changeProjection: ProjectionType<KnownChange> = { kind: "CHANGE", memberships: () => [] };
