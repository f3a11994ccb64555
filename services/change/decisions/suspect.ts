import * as z from "zod";
import { Refusal } from "../../../shared/domain/refusal.ts";
import { ForeignId } from "../../../shared/domain/texts.ts";
import type { Decision } from "../../../shared/dynamo/record.ts";
import type { Change } from "../change.ts";
import { ChangeIncidentSuspected, ChangeLinked } from "../events.ts";
import { command, happened } from "./command.ts";

/** As many as people look through; more incidents after one change say enough. */
const most = 50;

/**
 * Proposes that a change caused an incident that was opened at `openedAt`: it was begun before, and it is about
 * one of the CIs that the incident is about, or that have to do with them. People confirm it or say no.
 */
export const suspectIncident = (
  change: Change,
  incidentId: string,
  ciIds: readonly string[],
  openedAt: string,
): Decision<Change> => {
  const { actualStart, suspects = [], links } = change;
  const isAbout = change.ciIds.some((id) => ciIds.includes(id));
  const isKnown =
    suspects.some((each) => each.incidentId === incidentId) ||
    links.some(({ target }) => target === incidentId);
  if (actualStart === undefined || actualStart > openedAt || !isAbout || isKnown || suspects.length >= most)
    return [];
  const added = { incidentId, openedAt, state: "proposed" as const };
  return [happened(ChangeIncidentSuspected, change, { suspects: [...suspects, added] }, { incidentId })];
};

/** Somebody who knows says whether the change caused the incident; a yes ties them. */
export const judgeSuspect = command({
  body: z.strictObject({ incidentId: ForeignId, caused: z.boolean() }),
  decide: (change, { incidentId, caused }) => {
    const { suspects = [], links } = change;
    const suspect = suspects.find((each) => each.incidentId === incidentId);
    if (!suspect) throw new Refusal("rule_violation", "This incident was not proposed");
    const state = caused ? ("confirmed" as const) : ("dismissed" as const);
    if (suspect.state === state) return [];
    const others = links.filter(({ type, target }) => !(type === "caused" && target === incidentId));
    const judged = suspects.map((each) => (each === suspect ? { ...each, state } : each));
    const tied = caused ? [...others, { type: "caused" as const, target: incidentId }] : others;
    return [happened(ChangeLinked, change, { suspects: judged, links: tied }, {})];
  },
});
