import * as z from "zod";
import { Refusal } from "../../../shared/domain/refusal.ts";
import { ForeignId } from "../../../shared/domain/texts.ts";
import type { Decision } from "../../../shared/dynamo/record.ts";
import type { Change } from "../change.ts";
import { ChangeIncidentSuspected } from "../events.ts";
import { command, happened } from "./command.ts";
import { linked } from "./relate.ts";

/** As many as people look through; more incidents after one change say enough. */
const most = 50;

const hour = 3_600_000;

/** An incident as far as it tells what may have caused it: what it is about, and what has to do with that. */
export type Trouble = {
  readonly incidentId: string;
  readonly openedAt: string;
  /** Its CIs and those that are related to them. */
  readonly ciIds: readonly string[];
  readonly serviceId?: string | undefined;
};

/** The work had begun when the trouble did, and was not over for longer than people look back. */
const wasRecent = ({ actualStart, actualEnd }: Change, { openedAt }: Trouble, hours: number): boolean =>
  actualStart !== undefined &&
  actualStart <= openedAt &&
  (actualEnd === undefined || Date.parse(actualEnd) + hours * hour >= Date.parse(openedAt));

/** A change is about the service it names and those that its CIs carry. */
const concerns = ({ ciIds, serviceId, impacted }: Change, trouble: Trouble): boolean =>
  ciIds.some((id) => trouble.ciIds.includes(id)) ||
  (trouble.serviceId !== undefined &&
    (serviceId === trouble.serviceId ||
      impacted?.services.some(({ id }) => id === trouble.serviceId) === true));

/**
 * Proposes that a change caused an incident: it was being done before the incident was opened, or not more than so
 * many hours before, and it is about one of the CIs or the service that the incident is about, or that have to do
 * with them. People confirm it or say no.
 */
export const suspectIncident = (change: Change, trouble: Trouble, hours: number): Decision<Change> => {
  const { suspects = [], links } = change;
  const { incidentId, openedAt } = trouble;
  const isKnown =
    suspects.some((each) => each.incidentId === incidentId) ||
    links.some(({ target }) => target === incidentId);
  if (isKnown || suspects.length >= most || !wasRecent(change, trouble, hours) || !concerns(change, trouble))
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
    return linked(change, tied, { suspects: judged });
  },
});
