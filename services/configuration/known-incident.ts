import { spread } from "../../shared/dynamo/bundles.ts";
import type { ProjectionType } from "../../shared/dynamo/projections.ts";
import type { IncidentSnapshot } from "../incident/events.ts";
import { CiId } from "./ci.ts";

/** What configuration management keeps of an incident. */
export type KnownIncident = Pick<
  IncidentSnapshot,
  "id" | "state" | "title" | "restricted" | "priority" | "teamId" | "openedAt"
> & {
  /** The CIs it names, its service among them; other ids lead nowhere here. */
  readonly ciIds: readonly string[];
};

export const knownIncident = (incident: IncidentSnapshot): KnownIncident => {
  const { id, state, title, restricted, priority, teamId, openedAt, serviceId, ciIds } = incident;
  const named = [...ciIds, ...(serviceId === undefined ? [] : [serviceId])];
  const known = [...new Set(named)].filter((each) => CiId.safeParse(each).success);
  return { id, state, title, restricted, priority, teamId, openedAt, ciIds: known.toSorted() };
};

const isOpen = ({ state }: KnownIncident): boolean => ["new", "in_progress", "on_hold"].includes(state);

/** Where the open incidents of a CI are told, for reads of many CIs at once. */
export const openIncidentsOf = (ciId: string): string => `incidents#${ciId}`;

/** What is told there: the priority and the opening (epoch ms). */
export type OpenIncident = { readonly p: number; readonly t: number };

/** Enough parts for a hundred thousand open incidents of one CI. */
const parts = 16;

/** The group in which an incident stands for each CI it names. */
export const incidentsOfCi = (ciId: string): string => ciId;

export const incidentProjection: ProjectionType<KnownIncident> = {
  kind: "INCIDENT",
  memberships: (incident) =>
    isOpen(incident)
      ? incident.ciIds.map((ciId) => ({ group: incidentsOfCi(ciId), order: incident.openedAt }))
      : [],
  ties: (id, incident) =>
    isOpen(incident)
      ? incident.ciIds.map((ciId) => ({
          bundle: openIncidentsOf(ciId),
          part: spread(id, parts),
          entry: id,
          value: { p: incident.priority, t: Date.parse(incident.openedAt) },
        }))
      : [],
};
