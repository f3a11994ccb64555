import { serviceActor } from "../../shared/access/actor.ts";
import { Refusal } from "../../shared/domain/refusal.ts";
import type { HistoryEntry } from "../../shared/dynamo/record.ts";
import type { AlertSnapshot } from "../monitoring/events.ts";
import { causeKey } from "./alert-cause.ts";
import type { Circumstances } from "./decisions/command.ts";
import {
  failsAgain,
  followAlert,
  hearOfDuplicate,
  isNewFailure,
  type Opening,
  openingForAlert,
  passOn,
  type Report,
  revived,
} from "./decisions/follow-alert.ts";
import { complete, openIncident, routable } from "./decisions/open.ts";
import { type Incident, isOpen } from "./incident.ts";
import { survivorOf } from "./pass-to-duplicates.ts";
import { routeIncident } from "./route-incident.ts";
import type { IncidentContext } from "./table.ts";

/** Following or tying an incident is not yet working on it. */
const bystanding = ["IncidentWatched", "IncidentLinked"];

const isByPerson = ({ type, meta }: HistoryEntry): boolean =>
  !meta.actor.id.startsWith("service:") && !bystanding.includes(type);

/** More entries than this are not monitoring's alone. */
const mostEntries = 100;

const isTouched = async (id: string, { incidents }: IncidentContext): Promise<boolean> => {
  const { items, nextCursor } = await incidents.history(id, { limit: mostEntries });
  return nextCursor !== undefined || items.some(isByPerson);
};

export const circumstances = async ({ settings, now }: IncidentContext): Promise<Circumstances> => ({
  actor: serviceActor("incident"),
  now: now(),
  settings: await settings(),
});

/** Whether a person has worked on it is true of one version: of another it is asked again. */
const attempts = 10;

/** Lets an incident follow what monitoring says of its cause. */
export const follow = async (id: string, report: Report, context: IncidentContext): Promise<void> => {
  const { incidents } = context;
  const on = await circumstances(context);
  for (let attempt = 0; attempt < attempts; attempt++) {
    const { version } = await incidents.get(id);
    const touched = await isTouched(id, context);
    try {
      await incidents.update(id, version, (incident) => followAlert(incident, report, touched, on));
      return;
    } catch (error) {
      if (!(error instanceof Refusal && error.code === "version_conflict")) throw error;
    }
  }
  throw new Refusal("write_conflict");
};

/** Opens an incident, given to whom the assignment rules say, unless there is one; answers the one there was. */
export const openOnce = async (
  { input, alert }: Opening,
  context: IncidentContext,
): Promise<string | undefined> => {
  const { incidents } = context;
  const holder = await incidents.holder(causeKey(alert));
  if (holder) return holder;
  const on = await circumstances(context);
  const draft = routable(complete(input, on), on);
  const { routing } = draft ? await routeIncident(draft, context) : {};
  try {
    await incidents.create((id) => openIncident(id, input, on, routing, { alert }));
    return undefined;
  } catch (error) {
    if (!(error instanceof Refusal && error.code === "already_exists")) throw error;
    return incidents.holder(causeKey(alert));
  }
};

export const reportOf = (alert: AlertSnapshot, isChange = false): Report => {
  const { state, transition, occurrences, observedAt: since } = alert;
  return { state, transition, occurrences, since, isChange, means: alert };
};

/**
 * It fails again, and its incident cannot be reopened: what that one was merged into hears of it. False where
 * nobody would: that one cannot be reopened either, or it was cancelled, or closed too long ago.
 */
const isHeard = async (id: string, report: Report, context: IncidentContext): Promise<boolean> => {
  const { incidents } = context;
  const incident = await incidents.get(id);
  if (!isNewFailure(incident, report) || isOpen(incident)) return true;
  const on = await circumstances(context);
  const isReachable = (one: Incident) => isOpen(one) || revived(one, failsAgain(report), on) !== undefined;
  if (incident.mergedInto === undefined) return isReachable(incident);
  const survivor = await survivorOf(incident, context);
  if (!isReachable(survivor)) return false;
  await incidents.update(survivor.id, undefined, (one) => hearOfDuplicate(one, id, report, on));
  return true;
};

/**
 * Makes an alert's incident what the alert says: opened if it fires and has none, else following. Events come in
 * any order; what opened an incident too late is told so when monitoring learns of it (`AlertLinked`).
 */
export const answerAlert = async (
  alert: AlertSnapshot,
  context: IncidentContext,
  isChange = false,
): Promise<void> => {
  const { incidents } = context;
  const opens = alert.state === "firing" && alert.incident === "own";
  const opening = openingForAlert(alert);
  const holder = opens ? await openOnce(opening, context) : await incidents.holder(causeKey(alert));
  if (!holder) return;
  const report = reportOf(alert, isChange);
  if (!opens || (await isHeard(holder, report, context))) return follow(holder, report, context);
  await incidents.update(holder, undefined, (incident) => passOn(incident, report));
  await openOnce(opening, context);
};
