import type { EventMeta } from "../../../shared/events/event-type.ts";
import { IncidentCancelled, IncidentMerged, type IncidentSnapshot } from "../../incident/events.ts";
import { IncidentConverted } from "../../incident/events-convert.ts";
import { impactEvents } from "../../incident/events-impact.ts";
import { majorEvents } from "../../incident/events-major.ts";
import { incidentEvents } from "../../incident/events-moves.ts";
import { taskEvents } from "../../incident/events-tasks.ts";
import { droppedMoment, knownIncident } from "../kinds/incident.ts";
import { eventsAbout } from "./events-about.ts";

const drops: readonly string[] = [IncidentCancelled.type, IncidentMerged.type];

/** The moment that an event is of something no field of the incident dates. */
export const incidentMoment = (type: string, { occurredAt }: Pick<EventMeta, "occurredAt">) =>
  drops.includes(type) ? { name: droppedMoment, at: occurredAt } : undefined;

export const incidentChanged = eventsAbout(
  "incident",
  [...incidentEvents, ...majorEvents, ...taskEvents, ...impactEvents, IncidentConverted],
  ({ type, meta, snapshot }: { type: string; meta: EventMeta; snapshot: IncidentSnapshot }, { measures }) =>
    measures.incident.keep(meta, knownIncident(snapshot), incidentMoment(type, meta)),
);
