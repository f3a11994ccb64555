import { type Decision, occurred } from "../../../shared/dynamo/record.ts";
import type { Attestation } from "../attestation.ts";
import type { Ci } from "../ci.ts";
import { CiUpdated } from "../events.ts";
import { CiAttestationAsked } from "../events-attestation.ts";
import { snapshotOf } from "./ci.ts";

type Leaver = { readonly personId: string; readonly handOverTo?: string | undefined };

/** Whether somebody answers for a CI that is still there. */
export const answersFor = ({ ownerId, state }: Ci, personId: string): boolean =>
  ownerId === personId && state !== "retired";

/**
 * Who takes over answers for the CIs of somebody who is gone, else the team that looks after them. A CI that has
 * neither waits for somebody to be named: nobody would answer for it.
 */
export const handOverCi = (ci: Ci, { personId, handOverTo }: Leaver): Decision<Ci> => {
  const isTaken = handOverTo !== undefined || ci.teamId !== undefined;
  if (!isTaken || !answersFor(ci, personId)) return [];
  const changes: Partial<Ci> = { ownerId: handOverTo };
  return [occurred(CiUpdated, { ci: snapshotOf({ ...ci, ...changes }) }, changes)];
};

/** Whether a question waits for somebody. */
export const isAskedOf = ({ ownerId, state }: Attestation, personId: string): boolean =>
  ownerId === personId && state === "asked";

/** The same of open questions about CIs. */
export const handOverQuestion = (
  question: Attestation,
  { personId, handOverTo }: Leaver,
): Decision<Attestation> => {
  const isTaken = handOverTo !== undefined || question.teamId !== undefined;
  if (!isTaken || !isAskedOf(question, personId)) return [];
  const changes: Partial<Attestation> = { ownerId: handOverTo };
  const { id, campaignId, ciId, ownerId, teamId, state, dueAt } = { ...question, ...changes };
  const attestation = { id, campaignId, ciId, ownerId, teamId, state, dueAt };
  return [occurred(CiAttestationAsked, { attestation }, changes)];
};
