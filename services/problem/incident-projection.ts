import type { ProjectionType } from "../../shared/dynamo/projections.ts";
import type { IncidentSnapshot } from "../incident/events.ts";
import { type Likeness, likenessKey } from "./candidate.ts";

/** What problem management keeps of an incident. */
export type KnownIncident = Pick<
  IncidentSnapshot,
  "id" | "state" | "restricted" | "priority" | "category" | "serviceId" | "ciIds" | "openedAt" | "resolvedAt"
>;

export const knownIncident = (incident: IncidentSnapshot): KnownIncident => {
  const { id, state, restricted, priority, category, serviceId, ciIds, openedAt, resolvedAt } = incident;
  return { id, state, restricted, priority, category, serviceId, ciIds, openedAt, resolvedAt };
};

/** In what an incident may be like others. A restricted or cancelled one is compared with none. */
export const likenessesOf = ({ state, restricted, ciIds, serviceId, category }: KnownIncident): Likeness[] =>
  restricted || state === "cancelled"
    ? []
    : [
        ...ciIds.map((ciId) => ({ kind: "ci", ciId }) as const),
        ...(serviceId && category ? [{ kind: "service_category", serviceId, category } as const] : []),
      ];

export const incidentProjection: ProjectionType<KnownIncident> = {
  kind: "INCIDENT",
  memberships: (incident) =>
    likenessesOf(incident).map((likeness) => ({ group: likenessKey(likeness), order: incident.openedAt })),
};
