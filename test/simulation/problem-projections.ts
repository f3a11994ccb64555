import type { IncidentSnapshot } from "../../services/incident/events.ts";
import { type Candidate, type Likeness, likenessKeys } from "../../services/problem/candidate.ts";
import {
  incidentProjection,
  knownIncident,
  likenessesOf,
} from "../../services/problem/incident-projection.ts";
import { defaultSettings, ruleFor, type SettingsFields } from "../../services/problem/settings.ts";
import { incidentChanged } from "../../services/problem/subscriptions/incident-changed.ts";
import type { Facts, Kept } from "./facts.ts";

const keyOf = (likeness: Likeness): string => likenessKeys(likeness).join();

const heard = new Set(incidentChanged.map(({ event }) => event.type));
const day = 24 * 3_600_000;

type Projected = {
  readonly id: string;
  readonly sequence: number;
  readonly value: ReturnType<typeof knownIncident>;
};

/** What problem management must know of an incident: what the last event it listens to said. */
const rebuilt = ({ id, history, events }: Kept): Projected | undefined => {
  const last = history.findLastIndex(({ type }) => heard.has(type));
  if (last < 0) return undefined;
  const { data } = JSON.parse(String(events[last]?.detail)) as { data: { incident: IncidentSnapshot } };
  return { id, sequence: last + 1, value: JSON.parse(JSON.stringify(knownIncident(data.incident))) };
};

const incidentsOf = ({ kept }: Facts): readonly Projected[] =>
  kept
    .filter(({ service, id }) => service === "incident" && id.startsWith("INC"))
    .map(rebuilt)
    .filter((one) => one !== undefined);

const text = (value: unknown): string => JSON.stringify(value);
const sorted = (value: object): string =>
  text(Object.entries(value).toSorted(([a], [b]) => (a < b ? -1 : 1)));

/** The projections of incidents are those that would be made from their histories now. */
export const brokenProjections = (facts: Facts): string[] => {
  const items = facts.items.get("problem") ?? [];
  const expected = incidentsOf(facts);
  const wrong = expected.flatMap(({ id, sequence, value }) => {
    const item = items.find(({ pk, sk }) => pk === `INCIDENT#${id}` && sk === "PROJECTION");
    if (item === undefined) return [`problem management does not know ${id}`];
    return item.sequence === sequence && sorted(item.value as object) === sorted(value)
      ? []
      : [`problem management knows ${text(item)} instead of ${text({ sequence, value })}`];
  });
  const members = items.filter(({ pk }) => pk.startsWith("INCIDENT-GROUP#"));
  const known = members.map(({ pk, sk }) => `${pk} ${sk}`).toSorted();
  const wanted = expected
    .flatMap(({ id, value }) =>
      incidentProjection
        .memberships(value)
        .map(({ group, order }) => `INCIDENT-GROUP#${group} ${order}#${id}`),
    )
    .toSorted();
  return text(known) === text(wanted)
    ? wrong
    : [...wrong, `groups are ${text(known)} instead of ${text(wanted)}`];
};

const candidatesOf = ({ kept }: Facts): readonly (Candidate & { wasDecided: boolean })[] =>
  kept
    .filter(({ id }) => id.startsWith("PRC"))
    .map(({ item, history }) => ({
      ...(item?.record as Candidate),
      wasDecided: history.some(({ type }) => /Dismissed|Accepted/.test(type)),
    }));

/** All rules that were ever in force for a kind of likeness; undefined among them: it was not looked for. */
const rulesFor = ({ kept }: Facts, kind: string) => {
  const { history = [] } = kept.find(({ id }) => id === "problem-settings") ?? {};
  let fields: SettingsFields = defaultSettings;
  const all = [ruleFor(kind, fields)];
  for (const { changes } of history) {
    const set = Object.entries(changes).map(([field, { to }]) => [field, to]);
    fields = { ...fields, ...Object.fromEntries(set) };
    all.push(ruleFor(kind, fields));
  }
  return all;
};

/** The strictest of them: what makes a candidate by it makes one by all. */
const strictest = (facts: Facts, kind: string) => {
  const all = rulesFor(facts, kind);
  const rules = all.filter((rule) => rule !== undefined);
  if (rules.length < all.length) return undefined;
  const needed = Math.max(...rules.map(({ similarIncidents }) => similarIncidents));
  return { needed, windowMs: Math.min(...rules.map(({ windowDays }) => windowDays)) * day };
};

/** When problem management was done with the last event of an incident, repeats included. */
const doneWith = ({ handled }: Facts): ReadonlyMap<string, number> => {
  const done = new Map<string, number>();
  for (const { ok, at, message, mapping } of handled)
    if (ok && message.body.includes('"subject"') && mapping.functionArn.endsWith("-problem-consumer")) {
      const { meta } = JSON.parse(message.body).detail as { meta: { subject: string } };
      done.set(meta.subject, Math.max(at, done.get(meta.subject) ?? 0));
    }
  return done;
};

/** Like incidents that came in short order have one candidate, and it names them. */
export const brokenCandidates = (facts: Facts): string[] => {
  const candidates = candidatesOf(facts);
  const done = doneWith(facts);
  const groups = new Map<string, { id: string; openedAt: number; kind: string }[]>();
  for (const { id, value } of incidentsOf(facts))
    for (const likeness of likenessesOf(value)) {
      const one = { id, openedAt: Date.parse(value.openedAt), kind: likeness.kind };
      groups.set(keyOf(likeness), [...(groups.get(keyOf(likeness)) ?? []), one]);
    }
  const missing = [...groups].flatMap(([key, members]) => {
    const rule = strictest(facts, members[0]?.kind ?? "");
    if (rule === undefined) return [];
    const { needed, windowMs } = rule;
    const lastDone = Math.max(...members.map(({ id }) => done.get(id) ?? 0));
    const alike = members.filter(({ openedAt }) => openedAt >= lastDone - windowMs);
    if (alike.length < needed) return [];
    const candidate = candidates.find(({ likeness }) => keyOf(likeness) === key);
    if (candidate === undefined) return [`${alike.length} incidents like ${key} have no candidate`];
    const unnamed = alike.filter(({ id }) => !candidate.incidentIds.includes(id));
    return unnamed.length === 0 || candidate.wasDecided
      ? []
      : [`${candidate.id} does not name ${unnamed.map(({ id }) => id)}, which are like it`];
  });
  const idle = facts.kept
    .filter(({ id }) => id.startsWith("PRC"))
    .flatMap(({ history }) => history)
    .filter(({ type, changes }) => type === "ProblemCandidateGrew" && changes.incidentIds === undefined)
    .map(({ meta }) => `${meta.eventId} says that it grew, by nothing`);
  const keys = candidates.map(({ likeness }) => keyOf(likeness));
  const doubled = keys.filter((key, at) => keys.indexOf(key) !== at);
  return [...missing, ...idle, ...doubled.map((key) => `two candidates for ${key}`)];
};
