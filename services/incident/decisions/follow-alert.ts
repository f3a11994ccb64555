import { Refusal } from "../../../shared/domain/refusal.ts";
import type { Decision } from "../../../shared/dynamo/record.ts";
import type { AlertSnapshot, StormSnapshot } from "../../monitoring/events.ts";
import type { AlertCause } from "../alert-cause.ts";
import { IncidentUpdated } from "../events.ts";
import { type Incident, isOpen } from "../incident.ts";
import { type Circumstances, happened } from "./command.ts";
import { edit } from "./edit.ts";
import type { IncidentEdits } from "./edits.ts";
import { OpenIncident } from "./open.ts";
import { reopen, resolve } from "./progress.ts";
import { note } from "./talk.ts";

/** Titles are cut where theirs end. */
const longestTitle = 200;
const titled = (text: string): string =>
  text.length <= longestTitle ? text : `${text.slice(0, longestTitle - 1).replace(/[\uD800-\uDBFF]$/, "")}…`;

/** What is opened for something that monitoring reports, and for what. */
export type Opening = { readonly input: OpenIncident; readonly alert: AlertCause };

/** What the incident of an alert says. */
export const openingForAlert = (alert: AlertSnapshot): Opening => {
  const { id, episode, transition, occurrences, serviceId, category, parentIncidentId: parentId } = alert;
  const lines = [
    alert.summary,
    `Source: ${alert.source}`,
    `Resource: ${alert.resource}`,
    `Check: ${alert.check}`,
    `Severity: ${alert.severity}`,
    `Since: ${alert.observedAt}`,
    ...alert.links.map(({ title = "Link", url }) => `${title}: ${url}`),
    `Alert: ${id}`,
  ];
  const input = OpenIncident.parse({
    title: titled(alert.summary),
    description: lines.join("\n"),
    channel: "monitoring",
    impact: alert.impact,
    urgency: alert.urgency,
    ciIds: alert.ciIds,
    ...Object.fromEntries(Object.entries({ serviceId, category, parentId }).filter(([, value]) => value)),
  });
  return { input, alert: { id, episode, transition, occurrences } };
};

/** A storm has one time of firing and two changes: it came, and all is well again. */
const stormCame = { episode: 1, transition: 1 } as const;
export const stormIsOver = { episode: 1, transition: 2 } as const;

/** What the incident of a storm says. */
export const openingForStorm = (storm: StormSnapshot): Opening => {
  const about = storm.serviceId === undefined ? `from ${storm.source}` : `on ${storm.serviceId}`;
  const text = `${storm.alerts} alerts ${about} within ${storm.minutes} minutes`;
  const input = OpenIncident.parse({
    title: titled(`Alert storm: ${text}`),
    description: `${text}. Further ones join this incident; list alerts by storm ${storm.id} to see them.`,
    channel: "monitoring",
    impact: storm.impact,
    urgency: storm.urgency,
    ...(storm.serviceId === undefined ? {} : { serviceId: storm.serviceId }),
  });
  return { input, alert: { id: storm.id, ...stormCame, occurrences: storm.alerts } };
};

/** What monitoring says now of what an incident was opened for. */
export type Report = Omit<AlertCause, "id" | "episode" | "isPassedOn"> & {
  readonly state: "firing" | "recovered";
  /** Since when, ISO 8601 UTC. */
  readonly since: string;
  /** It fails as it did before, and only means something else now. */
  readonly isChange?: boolean | undefined;
  readonly means?: Pick<AlertSnapshot, "severity" | "impact" | "urgency" | "ciIds"> | undefined;
};

/** A decision whose event also says how far the alert has been followed. */
const following = ([first, ...rest]: Decision<Incident>, alert: AlertCause): Decision<Incident> => {
  if (!first) return [];
  const { incident, ...data } = first.data as { readonly incident: object };
  const changes = { ...first.changes, alert };
  return [{ ...first, data: { ...data, incident: { ...incident, alert } }, changes }, ...rest];
};

const recovered = (incident: Incident, since: string, isTouched: boolean, on: Circumstances) => {
  const text = `Monitoring reports that it is well since ${since}.`;
  return isTouched
    ? note.decide(incident, { text }, on)
    : resolve.decide(incident, { code: "recovered", text }, on);
};

/** As many CIs as an incident may name. */
const mostCis = 50;

/** What a report says beyond what the incident says: it is worse, or about more. Nothing is ever taken back by it. */
const graver = ({ impact, urgency, ciIds }: Incident, { means }: Report) => {
  if (means === undefined) return undefined;
  const more = means.ciIds.filter((id) => !ciIds.includes(id)).slice(0, mostCis - ciIds.length);
  const edits = {
    ...(means.impact < impact ? { impact: means.impact } : {}),
    ...(means.urgency < urgency ? { urgency: means.urgency } : {}),
    ...(more.length > 0 ? { ciIds: [...ciIds, ...more] } : {}),
  };
  return Object.keys(edits).length > 0 ? (edits as IncidentEdits) : undefined;
};

const changed = (incident: Incident, report: Report, isTouched: boolean, on: Circumstances) => {
  const edits = graver(incident, report);
  if (edits === undefined) return [];
  if (!isTouched) return edit.decide(incident, edits, on);
  const { severity, ciIds = [] } = report.means ?? {};
  const about = ciIds.length > 0 ? `, about ${ciIds.join(", ")}` : "";
  return note.decide(incident, { text: `Monitoring reports it as ${severity} now${about}.` }, on);
};

export const failsAgain = ({ since }: Pick<Report, "since">): string =>
  `Monitoring reports that it fails again since ${since}.`;

const firing = (
  incident: Incident,
  report: Report,
  isTouched: boolean,
  on: Circumstances,
): Decision<Incident> => {
  const reason = failsAgain(report);
  if (isOpen(incident)) {
    if (report.isChange || !isTouched) return changed(incident, report, isTouched, on);
    return note.decide(incident, { text: reason }, on);
  }
  // Done by a person's word, and no worse than they knew.
  if (report.isChange && graver(incident, report) === undefined) return [];
  return revived(incident, reason, on) ?? note.decide(incident, { text: reason }, on);
};

/** Open again; undefined where that may not be: it was cancelled, merged, or closed too long ago. */
export const revived = (
  incident: Incident,
  reason: string,
  on: Circumstances,
): Decision<Incident> | undefined => {
  try {
    return reopen.decide(incident, { reason }, on);
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    return undefined;
  }
};

/** Whether a report tells of a new failure, and not of what is known already. */
export const isNewFailure = (incident: Incident, report: Report): boolean =>
  incident.alert !== undefined &&
  report.state === "firing" &&
  report.transition > incident.alert.transition &&
  !(report.isChange && graver(incident, report) === undefined);

/** Nobody hears of it here any more: another incident is to take its place. */
export const passOn = (incident: Incident, { transition }: Report): Decision<Incident> => {
  const { alert: known } = incident;
  if (!known || known.isPassedOn) return [];
  return [happened(IncidentUpdated, incident, { alert: { ...known, transition, isPassedOn: true } }, {})];
};

/** What an incident hears of the alert of its duplicate `id`, which fails again. */
export const hearOfDuplicate = (
  incident: Incident,
  id: string,
  report: Report,
  on: Circumstances,
): Decision<Incident> => {
  const text = `${failsAgain(report)} (Duplicate ${id})`;
  return (isOpen(incident) ? undefined : revived(incident, text, on)) ?? note.decide(incident, { text }, on);
};

/**
 * What a report of monitoring means for the incident: recovery resolves it, firing again reopens it. Once a
 * person has worked on it (`isTouched`), it is theirs: they are told by a note and decide. What is not newer
 * than what was acted on changes nothing but the count.
 */
export const followAlert = (
  incident: Incident,
  report: Report,
  isTouched: boolean,
  on: Circumstances,
): Decision<Incident> => {
  const { alert: known } = incident;
  if (!known) return [];
  const { state, since, transition, occurrences } = report;
  const next = {
    ...known,
    transition: Math.max(transition, known.transition),
    occurrences: Math.max(occurrences, known.occurrences),
  };
  const updated = () => [happened(IncidentUpdated, incident, { alert: next }, {})];
  if (transition <= known.transition)
    return isOpen(incident) && next.occurrences > known.occurrences ? updated() : [];
  if (state === "recovered" && !isOpen(incident)) return updated();
  const decision =
    state === "firing" ? firing(incident, report, isTouched, on) : recovered(incident, since, isTouched, on);
  return decision.length > 0 ? following(decision, next) : updated();
};
