import * as z from "zod";
import { changedFields } from "../../../shared/domain/changed-fields.ts";
import { priorityOf } from "../../../shared/domain/priority.ts";
import { Refusal } from "../../../shared/domain/refusal.ts";
import { type Incident, IncidentFields, isOpen, PersonId, TeamId } from "../incident.ts";
import type { SettingsFields } from "../settings.ts";
import { handlingChanges } from "../special-handling.ts";
import type { Circumstances } from "./command.ts";

const fields = IncidentFields.shape;

/** Corrections to an incident: only what is given changes, and null removes what may be absent. */
export const IncidentEdits = z.strictObject({
  title: fields.title.optional(),
  description: fields.description.nullable(),
  channel: fields.channel.unwrap().optional(),
  category: fields.category.nullable(),
  subcategory: fields.subcategory.nullable(),
  location: fields.location.nullable(),
  vendor: fields.vendor.nullable(),
  impact: fields.impact.unwrap().optional(),
  urgency: fields.urgency.unwrap().optional(),
  serviceId: fields.serviceId.nullable(),
  ciIds: fields.ciIds.unwrap().optional(),
  links: fields.links.unwrap().optional(),
  parentId: fields.parentId.nullable(),
  restricted: fields.restricted.unwrap().optional(),
  callerId: PersonId.optional(),
});
export type IncidentEdits = z.infer<typeof IncidentEdits>;

/** Edits made in the same breath as a command (a form saved once is one entry in the history). */
export const Also = IncidentEdits.extend({
  teamId: TeamId.nullable().optional(),
  assigneeId: PersonId.nullable().optional(),
}).meta({ id: "IncidentEdits" });
export type Also = z.infer<typeof Also>;
export const also = Also.optional().describe("Corrections made together with this");

const hours = 3_600_000;
const days = 24 * hours;

/** When an incident of this priority should be resolved: targets run around the clock from the opening. */
export const targetAt = (
  settings: SettingsFields,
  openedAt: string,
  priority: Incident["priority"],
): string => new Date(Date.parse(openedAt) + settings.targetHours[priority] * hours).toISOString();

/** When a resolved incident closes by itself if nothing happens from now on. */
export const autoCloseAt = (settings: SettingsFields, now: string): string =>
  new Date(Date.parse(now) + settings.autoCloseDays * days).toISOString();

/** A restricted incident is seen by its team and those named in it, so one without either would wait for ever. */
export const receivingTeam = (
  { restricted, teamId, assigneeId }: Pick<Incident, "restricted" | "teamId" | "assigneeId">,
  { restrictedTeamId }: SettingsFields,
): Pick<Partial<Incident>, "teamId"> =>
  restricted && teamId === undefined && assigneeId === undefined ? { teamId: restrictedTeamId } : {};

const derived = (incident: Incident, settings: SettingsFields): Partial<Incident> => {
  const priority = priorityOf(settings.matrix, incident);
  return { priority, targetAt: targetAt(settings, incident.openedAt, priority) };
};

/**
 * The fields that edits change, with what follows from them: the priority and its target, the count of
 * reassignments (every change of team after opening, also from none), and the wait until closing, which any
 * activity restarts.
 */
export const changesBy = (
  incident: Incident,
  edits: Also | undefined,
  { settings, now }: Circumstances,
): Partial<Incident> => {
  if (edits?.parentId === incident.id) {
    const violation = { path: "body.also.parentId", message: "An incident is not its own parent" };
    throw new Refusal("invalid_input", undefined, [violation]);
  }
  const given = Object.entries(edits ?? {}).filter(([, value]) => value !== undefined);
  const asked = Object.fromEntries(
    given.map(([field, value]) => [field, value === null ? undefined : value]),
  );
  const set = { ...asked, ...receivingTeam({ ...incident, ...asked }, settings) };
  const changed = changedFields<Incident>(incident, set as Partial<Incident>);
  const weighed = "impact" in changed || "urgency" in changed;
  return {
    ...changed,
    ...handlingChanges(incident, changed.callerId, settings),
    ...("teamId" in changed ? { reassignmentCount: incident.reassignmentCount + 1 } : {}),
    ...(weighed ? derived({ ...incident, ...changed }, settings) : {}),
    ...(incident.state === "resolved" ? { autoCloseAt: autoCloseAt(settings, now) } : {}),
  };
};

/** True where nothing but the closing time would change, so that a save without changes writes nothing. */
export const isEmpty = (changes: Partial<Incident>): boolean =>
  Object.keys(changes).every((field) => field === "autoCloseAt");

export const isOpenOrResolved = (incident: Incident): boolean =>
  isOpen(incident) || incident.state === "resolved";
