import { type Incident, isOpen } from "../../services/incident/incident.ts";
import type { Alert } from "../../services/monitoring/alert.ts";
import { fold } from "../../shared/dynamo/record.ts";
import type { Facts, Kept } from "./facts.ts";
import { alertsIn, type Known, stormsIn } from "./monitoring-facts.ts";

/** An incident that monitoring brought about. */
type Caused = Known<Incident & { readonly alert: NonNullable<Incident["alert"]> }>;

const causedIn = ({ kept }: Facts): readonly Caused[] =>
  kept
    .filter(({ id }) => /^INC\d+$/.test(id))
    .map((one) => ({ one, now: one.item?.record as Caused["now"] }))
    .filter(({ now }) => now?.alert !== undefined);

/** Following or tying an incident is not yet working on it. */
const bystanding = ["IncidentWatched", "IncidentLinked"];

/** A person works on it: from then on monitoring only tells. */
const isTouched = ({ history }: Kept): boolean =>
  history.some(({ type, meta }) => !meta.actor.id.startsWith("service:") && !bystanding.includes(type));

const keyOf = ({ id, episode }: { readonly id: string; readonly episode: number }): string =>
  `${id}/${episode}`;

/** What an alert is now, and what its incident says of it. */
const unfollowed = ({ one, now: alert }: Known<Alert>, caused: readonly Caused[]): string[] => {
  const { id, state, isOwn, muted, informational, episode, transition, incidentIds } = alert;
  const own = caused.filter(({ now }) => now.alert.id === id);
  const current = own.find(({ now }) => now.alert.episode === episode && !now.alert.isPassedOn);
  const isCalling = state === "firing" && isOwn && !muted && !informational;
  const isStillOpen = current !== undefined && isOpen(current.now) && !isTouched(current.one);
  return [
    ...(isCalling && current === undefined ? [`${id} fires and has no incident`] : []),
    ...(isCalling && current !== undefined && current.now.alert.transition !== transition
      ? [`${current.one.id} followed ${id} to change ${current.now.alert.transition}, not ${transition}`]
      : []),
    ...(state === "recovered" && isStillOpen ? [`${current.one.id} is open although ${id} is well`] : []),
    ...own
      .filter((incident) => !incidentIds.includes(incident.one.id))
      .map((incident) => `${one.id} does not know ${incident.one.id}`),
    ...own
      .filter(({ now }) => !wasOwn(one, now.alert.episode))
      .map((incident) => `${incident.one.id} is for ${keyOf(incident.now.alert)}, which has none of its own`),
  ];
};

const wasOwn = ({ history }: Kept, episode: number): boolean =>
  history.some((_, at) => {
    const then = fold(history.slice(0, at + 1)) as unknown as Alert;
    return then.episode === episode && then.isOwn === true;
  });

const brokenStormIncidents = (facts: Facts, caused: readonly Caused[]): string[] =>
  stormsIn(facts).flatMap(({ one, now }) => {
    const [incident] = caused.filter((each) => each.now.alert.id === one.id);
    if (incident === undefined) return [`${one.id} has no incident`];
    return [
      ...(now.incidentId === incident.one.id ? [] : [`${one.id} does not know ${incident.one.id}`]),
      ...(now.state === "cleared" && isOpen(incident.now) && !isTouched(incident.one)
        ? [`${incident.one.id} is open although ${one.id} is cleared`]
        : []),
    ];
  });

/** Every time of firing and every storm that somebody is to know of has one incident, which follows it. */
export const brokenAlertIncidents = (facts: Facts): string[] => {
  if (!facts.items.has("incident")) return [];
  const caused = causedIn(facts);
  const keys = caused.filter(({ now }) => !now.alert.isPassedOn).map(({ now }) => keyOf(now.alert));
  return [
    ...keys.filter((key, at) => keys.indexOf(key) !== at).map((key) => `two incidents for ${key}`),
    ...alertsIn(facts).flatMap((alert) => unfollowed(alert, caused)),
    ...brokenStormIncidents(facts, caused),
  ];
};
