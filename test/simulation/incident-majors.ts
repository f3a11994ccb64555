import { nextUpdateDueAt } from "../../services/incident/decisions/major-communication.ts";
import type { Incident } from "../../services/incident/incident.ts";
import { majorLifecycle } from "../../services/incident/major.ts";
import { fold } from "../../shared/dynamo/record.ts";
import type { Name } from "../bed/people.ts";
import type { Facts, Kept } from "./facts.ts";
import { agents, type Command, command } from "./incident-commands.ts";
import type { Random } from "./machine/random.ts";

/** Two rounds of the schedule that tells of updates that are due. */
const graceMs = 3 * 60_000;
const decides: readonly Name[] = ["max"];
const reason = (_: Random, word: string) => ({ reason: word });

/** Few groups that want to hear often, so that what is due falls between what people do. */
const plan = (random: Random) => [
  { group: "callers", audience: "callers", channel: "portal", everyMinutes: random.pick([5, 10, 60]) },
  { group: "management", audience: "stakeholders", channel: "email", everyMinutes: 5 },
];

const settings: Command = (random, model) => ({
  as: "ada",
  method: "PUT",
  path: "/major-incident-settings",
  ifMatch: model.seen("major-incident-settings")[0]?.version ?? 0,
  body: {
    rule: { isOn: random.chance(0.7), priorities: [1], children: random.pick([2, 3, null]) },
    plan: plan(random),
  },
});

const propose = command("major/propose", agents, reason);
const decide: readonly (readonly [number, Command])[] = [
  [5, command("major/accept", decides, (random) => (random.chance(0.5) ? { plan: plan(random) } : {}))],
  [1, command("major/reject", decides, reason)],
];
const lead: readonly (readonly [number, Command])[] = [
  [4, command("updates", agents, (_, word) => ({ text: word }))],
  [1, command("major/plan", agents, (random) => ({ plan: plan(random) }))],
  [1, command("major/mitigate", agents, (_, word) => ({ text: word }))],
  [2, command("review", agents, (random, word) => ({ summary: word, isComplete: random.chance(0.6) }))],
  [1, command("major/demote", decides, reason)],
];

/** People propose, a manager decides, stakeholders are told or wait for it. */
export const handleMajor: Command = (random, model, one) => {
  if (random.chance(0.1)) return settings(random, model, one);
  const all = model.seen("INC").filter(({ majorState }) => majorState !== undefined);
  const incident = all.length > 0 && random.chance(0.8) ? random.pick(all) : one;
  if (incident.majorState === "accepted") return random.weighted(lead)(random, model, incident);
  return incident.majorState === "proposed"
    ? random.weighted(decide)(random, model, incident)
    : propose(random, model, incident);
};

const possible = new Set(
  majorLifecycle.State.options.flatMap((from) =>
    majorLifecycle.allowed(from).map((action) => `${from} ${majorLifecycle.next(from, action)}`),
  ),
);

/** A decision that the lifecycle does not know, and what was told twice of the same time. */
const brokenDecisions = ({ id, history }: Kept): string[] => {
  const changes = history.flatMap(({ changes: { majorState } }) =>
    majorState === undefined ? [] : [majorState],
  );
  const due = history
    .filter(({ type }) => type === "MajorIncidentUpdateDue")
    .map(({ data: { group, dueAt } }) => `${group} at ${dueAt}`);
  return [
    ...changes
      .filter(({ from, to }) => (from === undefined ? to !== "proposed" : !possible.has(`${from} ${to}`)))
      .map(({ from, to }) => `${id} went from ${from} to ${to}`),
    ...due.filter((one, at) => due.indexOf(one) !== at).map((one) => `${id} tells twice that ${one} is due`),
  ];
};

/** Stakeholders who wait are told of once for each time, not before it, and none of those times is missed. */
const brokenWaiting = (one: Kept, facts: Facts): string[] => {
  const early = one.history
    .filter(
      ({ type, meta, data }) => type === "MajorIncidentUpdateDue" && meta.occurredAt < String(data.dueAt),
    )
    .map(({ meta }) => `${meta.eventId} tells of an update before it is due`);
  const incident = fold(one.history) as unknown as Incident | undefined;
  const due = incident === undefined ? undefined : nextUpdateDueAt(incident);
  if (incident === undefined || due === undefined) return early;
  const known = Math.max(Date.parse(due), facts.writtenAt(one, one.history.length));
  return known + graceMs < facts.now ? [...early, `${one.id} has somebody wait since ${due} untold`] : early;
};

/** No major incident closes before its review is complete. */
const brokenReview = ({ id, history }: Kept): string[] =>
  history.flatMap(({ changes }, at) => {
    const incident = fold(history.slice(0, at + 1)) as unknown as Incident;
    const isClosing = changes.state?.to === "closed" && incident.majorState === "accepted";
    return isClosing && incident.major?.review?.completedAt === undefined
      ? [`${id} closed before its review was complete`]
      : [];
  });

/** What holds for incidents as major ones. */
export const brokenMajors = (facts: Facts): string[] =>
  facts.kept
    .filter(({ id }) => /^INC\d+$/.test(id))
    .flatMap((one) => [...brokenDecisions(one), ...brokenWaiting(one, facts), ...brokenReview(one)]);
