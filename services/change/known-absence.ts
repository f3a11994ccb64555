import type { Delegation as Absence } from "../../shared/approvals/delegation.ts";
import type { ProjectionType } from "../../shared/dynamo/projections.ts";
import type { Delegation } from "./delegation.ts";

/** What is known of absences by their events: read as written, so that a question asked a moment later knows of it. */
export type KnownAbsence = Absence & Pick<Delegation, "state">;

export const absenceProjection: ProjectionType<KnownAbsence> = {
  kind: "ABSENCE",
  memberships: ({ state, personId, until }) =>
    state === "active" ? [{ group: personId, order: until }] : [],
};
