import * as z from "zod";
import { Refusal } from "../../../shared/domain/refusal.ts";
import { LongText } from "../../../shared/domain/texts.ts";
import {
  MajorIncidentAccepted,
  MajorIncidentDemoted,
  MajorIncidentMitigated,
  MajorIncidentProposed,
  MajorIncidentRejected,
} from "../events-major.ts";
import { type Incident, isOpen, PersonId } from "../incident.ts";
import { type Major, majorLifecycle, Plan, type PlanLine } from "../major.ts";
import { command, happened } from "./command.ts";
import { autoCloseAt, isOpenOrResolved } from "./edits.ts";

const minutes = 60_000;

export const told = (line: PlanLine, lastAt: string): Major["plan"][number] => ({
  group: line.group,
  audience: line.audience,
  channel: line.channel,
  everyMinutes: line.everyMinutes,
  lastAt,
  dueAt: new Date(Date.parse(lastAt) + line.everyMinutes * minutes).toISOString(),
});

/** The major incident's part of an incident; refuses where it is none (yet, or any more). */
export const acceptedMajor = (incident: Incident): Major => {
  if (incident.majorState !== "accepted" || !incident.major)
    throw new Refusal("illegal_transition", "It is not an accepted major incident");
  return incident.major;
};

const refuseIn = ({ state }: Incident): never => {
  throw new Refusal("illegal_transition", `Not possible in state "${state}"`);
};
const mustBeOpen = (incident: Incident): void => {
  if (!isOpen(incident)) refuseIn(incident);
};

/** What was resolved before anybody could decide is reviewed all the same. */
const mustNotBeClosed = (incident: Incident): void => {
  if (!isOpenOrResolved(incident)) refuseIn(incident);
};

/** Texts of restricted incidents are for people only. */
export const published = (incident: Incident, text: string) => (incident.restricted ? {} : { text });

const Reason = z.strictObject({ reason: LongText });

export const proposeMajor = command({
  body: Reason,
  decide: (incident, { reason }, { actor, now }) => {
    mustNotBeClosed(incident);
    const majorState = incident.majorState ? majorLifecycle.next(incident.majorState, "propose") : "proposed";
    const { review, actions } = incident.major ?? {};
    const major: Major = {
      reason,
      proposedBy: actor.id,
      proposedAt: now,
      phase: "identification",
      plan: [],
      ...(review ? { review } : {}),
      ...(actions ? { actions } : {}),
    };
    const text = published(incident, reason);
    return [happened(MajorIncidentProposed, incident, { majorState, major }, text, { text: reason })];
  },
});

const proposed = (incident: Incident, action: "accept" | "reject") => {
  if (!incident.majorState || !incident.major)
    throw new Refusal("illegal_transition", "Nobody proposed it as a major incident");
  return { majorState: majorLifecycle.next(incident.majorState, action), major: incident.major };
};

export const acceptMajor = command({
  body: z.strictObject({
    managerId: PersonId.optional().describe("Who leads it; who accepts it unless named"),
    plan: Plan.optional().describe("The usual plan unless given"),
  }),
  decide: (incident, { managerId, plan }, { actor, now, majorSettings }) => {
    mustNotBeClosed(incident);
    const { majorState, major: before } = proposed(incident, "accept");
    const major: Major = {
      ...before,
      decidedBy: actor.id,
      decidedAt: now,
      managerId: managerId ?? actor.id,
      phase: isOpen(incident) ? "communication" : "review",
      plan: (plan ?? majorSettings?.plan ?? []).map((line) => told(line, now)),
    };
    const leader = { managerId: managerId ?? actor.id };
    // From now on it waits for its review.
    const changes = { majorState, major, autoCloseAt: undefined };
    return [happened(MajorIncidentAccepted, incident, changes, leader)];
  },
});

export const rejectMajor = command({
  body: Reason,
  decide: (incident, { reason }, { actor, now }) => {
    const { majorState, major: before } = proposed(incident, "reject");
    const major = { ...before, decidedBy: actor.id, decidedAt: now, decision: reason };
    const text = published(incident, reason);
    return [happened(MajorIncidentRejected, incident, { majorState, major }, text, { text: reason })];
  },
});

/** It is treated like any other again; what is resolved then waits to close by itself. */
export const demoteMajor = command({
  body: Reason,
  decide: (incident, { reason }, { actor, now, settings }) => {
    const majorState = majorLifecycle.next(incident.majorState ?? "proposed", "demote");
    const before = acceptedMajor(incident);
    const major = { ...before, decidedBy: actor.id, decidedAt: now, decision: reason, plan: [] };
    const closing = incident.state === "resolved" ? { autoCloseAt: autoCloseAt(settings, now) } : {};
    const text = published(incident, reason);
    const changes = { majorState, major, ...closing };
    return [happened(MajorIncidentDemoted, incident, changes, text, { text: reason })];
  },
});

/** The effects are contained; what remains is to restore service. */
export const mitigateMajor = command({
  body: z.strictObject({ text: LongText }),
  decide: (incident, { text }, { now }) => {
    mustBeOpen(incident);
    const major: Major = { ...acceptedMajor(incident), phase: "resolution", mitigatedAt: now };
    return [happened(MajorIncidentMitigated, incident, { major }, published(incident, text), { text })];
  },
});
