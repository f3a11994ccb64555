import type * as z from "zod";
import type { Actor } from "../../../shared/access/actor.ts";
import { type Decision, type Occurrence, occurred } from "../../../shared/dynamo/record.ts";
import type { EventType } from "../../../shared/events/event-type.ts";
import { breachesAmong } from "../../../shared/targets/announced.ts";
import type { IncidentSnapshot } from "../events.ts";
import type { Incident } from "../incident.ts";
import type { MajorSettingsFields } from "../major-settings.ts";
import type { SettingsFields } from "../settings.ts";
import { withConsequences } from "./consequences.ts";

/** What a decision is made with besides the record and the request: who, when (ISO 8601 UTC), under which rules. */
export type Circumstances = {
  readonly actor: Actor;
  readonly now: string;
  readonly settings: SettingsFields;
  /** Only where a decision about major incidents needs them. */
  readonly majorSettings?: MajorSettingsFields;
};

/** Something people do to an incident: the input it takes and the pure decision it leads to. */
export type Command<B extends z.ZodType = z.ZodType> = {
  readonly body: B;
  readonly decide: (
    incident: Incident,
    body: z.output<B>,
    circumstances: Circumstances,
  ) => Decision<Incident>;
};

export const command = <B extends z.ZodType>(declared: Command<B>): Command<B> => declared;

/** The incident as its events publish it. */
export const snapshotOf = (incident: Incident): IncidentSnapshot => ({
  ...incident,
  breaches: breachesAmong(incident.announced) || undefined,
  hasDuplicates: incident.duplicateIds ? true : undefined,
  title: incident.restricted ? undefined : incident.title,
});

/** An event about an incident, carrying the incident as the changes leave it. */
export const happened = <T extends { incident: IncidentSnapshot }>(
  event: EventType<T>,
  incident: Incident,
  changes: Partial<Incident>,
  extra: Omit<T, "incident">,
  confidential?: Readonly<Record<string, unknown>>,
): Occurrence<Incident> => {
  const all = withConsequences(incident, changes);
  const data = { ...extra, incident: snapshotOf({ ...incident, ...all }) } as T;
  return occurred(event, data, all, confidential);
};

/** The incident as it is after the occurrences so far, for a decision of more than one event. */
export const after = (incident: Incident, decision: Decision<Incident>): Incident =>
  Object.assign({}, incident, ...decision.map(({ changes }) => changes));
