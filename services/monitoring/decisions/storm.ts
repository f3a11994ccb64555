import { type Decision, occurred } from "../../../shared/dynamo/record.ts";
import type { EventType } from "../../../shared/events/event-type.ts";
import { StormCleared, StormDetected, StormEnded, StormLinked, type StormSnapshot } from "../events.ts";
import type { SettingsFields } from "../settings.ts";
import { parseMember, type Storm, stormLifecycle } from "../storm.ts";

const happened = (
  event: EventType<{ storm: StormSnapshot }>,
  storm: Storm,
  changes: Partial<Storm>,
): Decision<Storm> => [occurred(event, { storm: { ...storm, ...changes } }, changes)];

type Beginning = {
  readonly serviceId: string | undefined;
  readonly source: string;
  /** Who holds the places that the storm's first alerts could have. */
  readonly members: readonly string[];
  readonly now: string;
  readonly settings: SettingsFields;
};

export const detect = (
  id: string,
  { serviceId, source, members, now, settings }: Beginning,
): Decision<Storm> => {
  const { alerts, minutes, impact, urgency } = settings.storm;
  return happened(StormDetected, { id } as Storm, {
    state: "active",
    serviceId,
    source: serviceId === undefined ? source : undefined,
    impact,
    urgency,
    alerts,
    minutes,
    members: members.map(parseMember),
    startedAt: now,
  });
};

/** `total`: alerts it has taken in, where somebody counted. */
export const end = (storm: Storm, now: string, total?: number): Decision<Storm> => {
  if (storm.state !== "active") return [];
  const state = stormLifecycle.next(storm.state, "end");
  return happened(StormEnded, storm, { state, endedAt: now, total });
};

export const clear = (storm: Storm): Decision<Storm> =>
  storm.state === "ended"
    ? happened(StormCleared, storm, { state: stormLifecycle.next(storm.state, "clear") })
    : [];

export const linkStorm = (storm: Storm, incidentId: string): Decision<Storm> =>
  storm.incidentId === incidentId ? [] : happened(StormLinked, storm, { incidentId });
