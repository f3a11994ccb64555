import type { ProjectionType } from "../../shared/dynamo/projections.ts";
import type { ChangeSnapshot } from "../change/events.ts";

/** What incident management keeps of a change: what it is tied to, by its newest word. */
export type ChangeTies = Pick<ChangeSnapshot, "links">;

export const changeTiesProjection: ProjectionType<ChangeTies> = {
  kind: "CHANGE-TIES",
  memberships: () => [],
};
