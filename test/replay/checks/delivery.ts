import { problemService } from "../../../services/problem/service.ts";
import type { Evidence } from "../observe.ts";
import { type Check, check, explain } from "./check.ts";

/** 6. Nothing is left to publish or deliver, and every event was consumed exactly once in effect. */
export const delivery = (evidence: Evidence): Check => {
  const { quiet, status } = evidence;
  const waiting = Object.entries(quiet.pending).filter(([, count]) => count > 0);
  const full = status.queues.filter(({ visible, inFlight, delayed }) => visible + inFlight + delayed > 0);
  const published = [...evidence.histories.values()].reduce((sum, history) => sum + history.length, 0);
  return check(
    "outbox and queues are empty, every event was consumed exactly once in effect",
    {
      events: published,
      queues: status.queues.length,
      "problem candidates": evidence.candidates.length,
      ...consumedNumbers(evidence),
    },
    [
      ...waiting.map(([part, count]) => `${part}: ${count} left`),
      ...full.map(
        ({ name, visible, inFlight, delayed }) =>
          `${name}: ${visible} visible, ${inFlight} in flight, ${delayed} delayed`,
      ),
      ...wronglyConsumed(evidence),
      ...wrongCandidates(evidence),
    ],
    [
      explain(
        "not compared: the subscriber's table can be read only where the replay runs its own cloud",
        evidence.consumed ? [] : ["problem"],
      ),
    ],
  );
};

/** Events that problem management asks for. */
const heard = new Set(problemService.subscriptions.map(({ event }) => event.type));

const consumedNumbers = ({ consumed }: Evidence): Record<string, number> =>
  consumed === undefined ? {} : { "incidents known to the subscriber": consumed.known.size };

/** The subscriber keeps the newest event it heard of each incident: a lost one shows, a stale one shows. */
const wronglyConsumed = ({ consumed, histories, final }: Evidence): readonly string[] => {
  if (consumed === undefined) return [];
  return [...histories].flatMap(([id, history]) => {
    const newest = history.findLast(({ type }) => heard.has(type));
    const known = consumed.known.get(id);
    const state = final.get(id)?.state;
    if (known?.sequence === newest?.sequence && known?.state === state) return [];
    return [`${id}: known as ${known?.state} at ${known?.sequence}, is ${state} at ${newest?.sequence}`];
  });
};

/** One candidate for each configuration item, and in it only incidents that named the item, each once. */
const wrongCandidates = ({ candidates, replayed: { lives } }: Evidence): readonly string[] => {
  const named = new Map(
    lives.map(({ logged, record }) => [record?.id, new Set(logged.steps.map(({ row }) => row.cmdb_ci))]),
  );
  const ofCis = candidates.filter(({ likeness: { ciId } }) => ciId !== undefined);
  return ofCis.flatMap(({ id, likeness: { ciId }, incidentIds }, index) => [
    ...(ofCis.findIndex((other) => other.likeness.ciId === ciId) < index
      ? [`${id}: a second for ${ciId}`]
      : []),
    ...(new Set(incidentIds).size < incidentIds.length ? [`${id}: names an incident twice`] : []),
    ...incidentIds
      .filter((incident) => !named.get(incident)?.has(ciId))
      .map((other) => `${id}: ${other} is no part of it`),
  ]);
};
