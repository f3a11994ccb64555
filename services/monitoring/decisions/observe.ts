import type { Decision } from "../../../shared/dynamo/record.ts";
import { type Alert, alertLifecycle } from "../alert.ts";
import {
  AlertChanged,
  AlertFlapping,
  AlertMuted,
  AlertRaised,
  AlertRecovered,
  AlertReopened,
} from "../events.ts";
import type { Observation } from "../signal.ts";
import { type Circumstances, later, minutes, type Place } from "./circumstances.ts";
import { facts, newFacts } from "./facts.ts";
import { after, happened } from "./happened.ts";

/**
 * What a report means for its alert: something happened, it only counts, it first needs a place for an incident
 * (ask again with one), or nothing.
 */
export type Verdict =
  | { readonly kind: "decided"; readonly decision: Decision<Alert> }
  | { readonly kind: "counted" | "ignored" }
  | { readonly kind: "needs place"; readonly episode: number };

/** Of two reports of the same instant the recovery counts: what is over within it is over. */
const isOld = (alert: Alert, { occurredAt, state }: Observation): boolean =>
  occurredAt < alert.observedAt ||
  (occurredAt === alert.observedAt && alert.observed === "recovered" && state === "firing");

/** Nothing is known of it, so the first report makes it: `version` 0 stands for that. */
const isNew = ({ version }: Alert): boolean => version === 0;

const beginning = (occurredAt: string): Partial<Alert> => ({
  episode: 0,
  transition: 0,
  fires: 0,
  occurrences: 0,
  changes: [],
  incidentIds: [],
  raisedAt: occurredAt,
});

const recentChanges = (alert: Alert, { occurredAt }: Observation, { settings }: Circumstances): string[] => {
  const { changes, minutes: window } = settings.flapping;
  const from = Date.parse(occurredAt) - window * minutes;
  return [...(alert.changes ?? []), occurredAt]
    .filter((at) => Date.parse(at) > from)
    .toSorted()
    .slice(-changes);
};

const flaps = (since: string, { settings, now }: Circumstances): Pick<Alert, "flapping"> => ({
  flapping: { since, until: later(now, settings.flapping.stableMinutes) },
});

/** A new episode forgets the incident of the one before; a short recovery does not end an episode. */
const episodeOf = (alert: Alert, { occurredAt }: Observation, { settings }: Circumstances) => {
  const { episode, recoveredAt = "" } = alert;
  const goesOn = episode > 0 && occurredAt <= later(recoveredAt, settings.reopenMinutes);
  const fresh = { isOwn: undefined, incidentId: undefined, parentIncidentId: undefined, stormId: undefined };
  return goesOn
    ? { episode, fires: alert.fires + 1, occurrences: alert.occurrences + 1 }
    : { ...fresh, episode: episode + 1, fires: 1, occurrences: 1 };
};

export const placed = (place: Place): Partial<Alert> =>
  place.kind === "own"
    ? { isOwn: true, stormId: undefined, parentIncidentId: undefined }
    : { isOwn: undefined, stormId: place.stormId };

const fire = (alert: Alert, changes: Partial<Alert>, on: Circumstances): Verdict => {
  const { window, place, now } = on;
  const next: Partial<Alert> = {
    ...changes,
    state: "firing",
    raisedAt: now,
    recoveredAt: undefined,
    transition: alert.transition + 1,
  };
  const { isOwn, informational, episode = 0 } = { ...alert, ...next };
  const decided = (...of: Parameters<typeof happened>): Verdict => ({
    kind: "decided",
    decision: [happened(...of)],
  });
  if (window) {
    const muted = { windowId: window.id, until: window.to };
    return decided(AlertMuted, alert, { ...next, muted });
  }
  if (informational) return decided(AlertRaised, alert, next);
  if (isOwn) return decided(AlertReopened, alert, next);
  if (!place) return { kind: "needs place", episode };
  return decided(AlertRaised, alert, { ...next, ...placed(place) });
};

const recover = (alert: Alert, changes: Partial<Alert>, { occurredAt }: Observation): Decision<Alert> => [
  happened(AlertRecovered, alert, {
    ...changes,
    state: alert.state === undefined ? "recovered" : alertLifecycle.next(alert.state, "recover"),
    recoveredAt: occurredAt,
    muted: undefined,
    transition: alert.transition + 1,
  }),
];

/** While it flaps nobody is told; a flapping that begins with a recovery leaves its incident open. */
const change = (alert: Alert, signal: Observation, on: Circumstances): Verdict => {
  const isFiring = signal.state === "firing";
  const changes = recentChanges(alert, signal, on);
  const seen = { observed: signal.state, observedAt: signal.occurredAt, changes };
  const own: Partial<Alert> = isFiring ? { ...seen, ...facts(signal, on) } : seen;
  if (alert.flapping) {
    const counted = isFiring ? { fires: alert.fires + 1, occurrences: alert.occurrences + 1 } : {};
    const next = { ...own, ...counted, ...flaps(alert.flapping.since, on) };
    return { kind: "decided", decision: [happened(AlertFlapping, alert, next)] };
  }
  const begins = changes.length >= on.settings.flapping.changes;
  if (!isFiring)
    return {
      kind: "decided",
      decision: begins
        ? [happened(AlertFlapping, alert, { ...own, ...flaps(on.now, on) })]
        : recover(alert, own, signal),
    };
  const verdict = fire(alert, { ...own, ...episodeOf(alert, signal, on) }, on);
  if (!begins || verdict.kind !== "decided") return verdict;
  const fired = after(alert, verdict.decision);
  return {
    kind: "decided",
    decision: [...verdict.decision, happened(AlertFlapping, fired, flaps(on.now, on))],
  };
};

/** It fires as before, and means something else now. What had no incident may need one. */
const changeFacts = (alert: Alert, signal: Observation, on: Circumstances): Verdict => {
  const changed = newFacts(alert, signal, on);
  if (changed === undefined) return { kind: "counted" };
  const next: Partial<Alert> = {
    ...changed,
    observedAt: signal.occurredAt,
    fires: alert.fires + 1,
    occurrences: alert.occurrences + 1,
  };
  const opens = alert.informational === true && "informational" in changed && !changed.informational;
  if (opens && !alert.muted) return fire(alert, next, on);
  const transition = alert.transition + 1;
  return { kind: "decided", decision: [happened(AlertChanged, alert, { ...next, transition })] };
};

/** What a report means for the alert as it is. */
export const observe = (alert: Alert, signal: Observation, on: Circumstances): Verdict => {
  if (isNew(alert)) {
    const made = { ...alert, ...beginning(signal.occurredAt) };
    if (signal.state === "firing") {
      const verdict = change(made, signal, on);
      return verdict.kind === "decided"
        ? { kind: "decided", decision: withBeginning(verdict.decision, signal) }
        : verdict;
    }
    const seen = { observed: signal.state, observedAt: signal.occurredAt, ...facts(signal, on) };
    return { kind: "decided", decision: withBeginning(recover(made, seen, signal), signal) };
  }
  if (isOld(alert, signal)) return { kind: signal.state === "firing" ? "counted" : "ignored" };
  if (signal.state === alert.observed) {
    // A recovery of the very instant that is known is no news at all.
    const isKnown = signal.state === "recovered" && signal.occurredAt === alert.observedAt;
    if (signal.state === "firing") return changeFacts(alert, signal, on);
    return { kind: isKnown ? "ignored" : "counted" };
  }
  return change(alert, signal, on);
};

const withBeginning = ([first, ...rest]: Decision<Alert>, { occurredAt }: Observation): Decision<Alert> =>
  first ? [{ ...first, changes: { ...beginning(occurredAt), ...first.changes } }, ...rest] : [];
