import * as z from "zod";
import { Refusal } from "../../../shared/domain/refusal.ts";
import { LongText, ShortText } from "../../../shared/domain/texts.ts";
import type { Decision } from "../../../shared/dynamo/record.ts";
import {
  IncidentTimelineNoted,
  MajorIncidentPlanned,
  MajorIncidentUpdateDue,
  MajorIncidentUpdated,
} from "../events-major.ts";
import { type Incident, isOpen } from "../incident.ts";
import { type Major, Phase, Plan, type PlanLine } from "../major.ts";
import { after, command, happened } from "./command.ts";
import { acceptedMajor, published, told } from "./major.ts";

/** A group's line from now on; what was told of a time that stays is not told again. */
const planned = (line: PlanLine, before: Major, now: string): Major["plan"][number] => {
  const known = before.plan.find(({ group }) => group === line.group);
  const next = told(line, known?.lastAt ?? now);
  return known?.isAnnounced && known.dueAt === next.dueAt ? { ...next, isAnnounced: true } : next;
};

/** Who is told how and how often; a group that stays keeps the time at which it last heard something. */
export const planMajor = command({
  body: z
    .strictObject({ plan: Plan.optional(), phase: Phase.optional() })
    .refine(({ plan, phase }) => plan !== undefined || phase !== undefined, "Give a plan or a phase"),
  decide: (incident, body, { now }) => {
    const before = acceptedMajor(incident);
    const plan = body.plan?.map((line) => planned(line, before, now)) ?? before.plan;
    const major: Major = { ...before, plan, phase: body.phase ?? before.phase };
    return [happened(MajorIncidentPlanned, incident, { major }, { phase: major.phase })];
  },
});

const refuseUnknown = ({ plan }: Major, groups: readonly string[]): void => {
  const known = plan.map(({ group }) => group);
  const violations = groups.flatMap((group, i) =>
    known.includes(group) ? [] : [{ path: `body.groups.${i}`, message: "No such group in the plan" }],
  );
  if (violations.length > 0) throw new Refusal("invalid_input", undefined, violations);
};

/** What stakeholders are told, apart from the talk with the caller. Its groups' waiting begins anew. */
export const updateStakeholders = command({
  body: z.strictObject({
    text: LongText,
    groups: z
      .array(ShortText)
      .min(1)
      .max(10)
      .optional()
      .describe("Groups of the plan; all of them unless named"),
  }),
  decide: (incident, { text, groups }, { now }) => {
    const before = acceptedMajor(incident);
    refuseUnknown(before, groups ?? []);
    const isTold = ({ group }: { group: string }) => groups?.includes(group) ?? true;
    const lines = before.plan.filter(isTold);
    const plan = before.plan.map((line) => (isTold(line) ? told(line, now) : line));
    const audience = lines.some((line) => line.audience === "callers") ? "callers" : "stakeholders";
    const addressed = lines.map(({ group, channel }) => ({ group, channel }));
    return [
      happened(
        MajorIncidentUpdated,
        incident,
        { major: { ...before, plan } },
        { ...published(incident, text), audience, groups: addressed },
        { text },
      ),
    ];
  },
});

/** When somebody is to be told that a group waits, if nothing happens before; the earliest of the groups. */
export const nextUpdateDueAt = (incident: Incident): string | undefined => {
  if (incident.majorState !== "accepted" || !isOpen(incident)) return undefined;
  const times = incident.major?.plan.filter(({ isAnnounced }) => !isAnnounced).map(({ dueAt }) => dueAt);
  return times?.sort()[0];
};

/** Tells of each group that should have heard something by now, once for each such time. */
export const announceUpdatesDue = (incident: Incident, now: string): Decision<Incident> => {
  const decision: Decision<Incident>[number][] = [];
  for (let due = nextUpdateDueAt(incident); due !== undefined && due <= now; ) {
    const current = after(incident, decision);
    const major = acceptedMajor(current);
    const line = major.plan.find(({ isAnnounced, dueAt }) => !isAnnounced && dueAt === due);
    if (!line) break;
    const plan = major.plan.map((each) => (each === line ? { ...each, isAnnounced: true } : each));
    const { group, channel, dueAt } = line;
    const told = { group, channel, dueAt };
    decision.push(happened(MajorIncidentUpdateDue, current, { major: { ...major, plan } }, told));
    due = nextUpdateDueAt(after(incident, decision));
  }
  return decision;
};

/** A moment that the system did not see, with the time it took place. */
export const noteOnTimeline = command({
  body: z.strictObject({ at: z.iso.datetime(), text: LongText }),
  decide: (incident, { at, text }, { now }) => {
    if (Date.parse(at) > Date.parse(now)) {
      const violation = { path: "body.at", message: "A timeline tells what has happened" };
      throw new Refusal("invalid_input", undefined, [violation]);
    }
    return [happened(IncidentTimelineNoted, incident, {}, { at: new Date(at).toISOString() }, { text })];
  },
});
