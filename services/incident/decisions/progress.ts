import * as z from "zod";
import { Refusal } from "../../../shared/domain/refusal.ts";
import { LongText } from "../../../shared/domain/texts.ts";
import { isOwn, worksOn } from "../access.ts";
import {
  IncidentCancelled,
  IncidentClosed,
  IncidentHeld,
  IncidentReopened,
  IncidentResolved,
  IncidentStarted,
} from "../events.ts";
import { HoldReason, type Incident, incidentLifecycle, Resolution } from "../incident.ts";
import { refuseUnreviewed } from "./awaits-review.ts";
import { type Circumstances, command, happened } from "./command.ts";
import { also, autoCloseAt, changesBy } from "./edits.ts";
import { withTasksEnded } from "./end-tasks.ts";

const publishable = (incident: Incident, { code, text }: z.infer<typeof Resolution>) => ({
  resolution: incident.restricted ? { code } : { code, text },
});

/** What only people who work on incidents may decide while ending or reviving one. */
const agentsOnly = ["also", "hold", "resolution"] as const;

/** People who do not work on incidents may end or revive only what is theirs to judge, and change nothing else by it. */
const callerOnlyFrom = (
  incident: Incident,
  { actor }: Circumstances,
  states: readonly Incident["state"][],
  body: Partial<Record<(typeof agentsOnly)[number], unknown>>,
): void => {
  if (worksOn(actor, incident)) return;
  if (!isOwn(actor, incident) || !states.includes(incident.state)) throw new Refusal("forbidden");
  const violations = agentsOnly
    .filter((field) => body[field] !== undefined)
    .map((field) => ({ path: `body.${field}`, message: "Agents decide this" }));
  if (violations.length > 0) throw new Refusal("forbidden", undefined, violations);
};

export const start = command({
  body: z.strictObject({ also }),
  decide: (incident, body, on) => {
    const state = incidentLifecycle.next(incident.state, "start");
    return [
      happened(
        IncidentStarted,
        incident,
        { ...changesBy(incident, body.also, on), state, holdReason: undefined },
        {},
      ),
    ];
  },
});

/** Work waits; holding again changes the reason. */
export const hold = command({
  body: z.strictObject({ reason: HoldReason, also }),
  decide: (incident, { reason, also: edits }, on) => {
    const state = incidentLifecycle.next(incident.state, "hold");
    return [
      happened(IncidentHeld, incident, { ...changesBy(incident, edits, on), state, holdReason: reason }, {}),
    ];
  },
});

const resolved = (resolution: z.infer<typeof Resolution>, on: Circumstances): Partial<Incident> => ({
  resolution,
  resolvedAt: on.now,
  resolvedBy: on.actor.id,
  holdReason: undefined,
});

export const resolve = command({
  body: Resolution.extend({ also }),
  decide: (incident, { also: edits, ...resolution }, on) => {
    const state = incidentLifecycle.next(incident.state, "resolve");
    const changes = {
      ...changesBy(incident, edits, on),
      ...resolved(resolution, on),
      state,
      autoCloseAt: autoCloseAt(on.settings, on.now),
    };
    const published = publishable(incident, resolution);
    const ended = [happened(IncidentResolved, incident, changes, published, { resolution })];
    return withTasksEnded(incident, ended, on.settings.openTasks, on.now);
  },
});

const days = 24 * 3_600_000;

/** The resolution did not hold: back to work (or straight on hold), counted. */
export const reopen = command({
  body: z.strictObject({ reason: LongText, hold: HoldReason.optional(), also }),
  decide: (incident, body, on) => {
    const { reason, hold: holdReason, also: edits } = body;
    const state = incidentLifecycle.next(incident.state, "reopen");
    callerOnlyFrom(incident, on, ["resolved"], body);
    const closedFor = incident.closedAt ? Date.parse(on.now) - Date.parse(incident.closedAt) : 0;
    if (closedFor > on.settings.reopenDays * days) {
      throw new Refusal(
        "rule_violation",
        `Closed for more than ${on.settings.reopenDays} days: open a new incident`,
      );
    }
    const changes: Partial<Incident> = {
      ...changesBy(incident, edits, on),
      state: holdReason ? "on_hold" : state,
      holdReason,
      reopenCount: incident.reopenCount + 1,
      resolution: undefined,
      resolvedAt: undefined,
      resolvedBy: undefined,
      autoCloseAt: undefined,
      closedAt: undefined,
    };
    return [happened(IncidentReopened, incident, changes, {}, { text: reason })];
  },
});

/** Done for good. Closing what was never resolved needs the resolution here. */
export const close = command({
  body: z.strictObject({ resolution: Resolution.optional(), also }),
  decide: (incident, body, on) => {
    const { resolution, also: edits } = body;
    const state = incidentLifecycle.next(incident.state, "close");
    callerOnlyFrom(incident, on, ["resolved"], body);
    refuseUnreviewed(incident);
    if (incident.state !== "resolved" && !resolution) {
      const violation = { path: "body.resolution", message: "It was not resolved yet: say how it was" };
      throw new Refusal("invalid_input", undefined, [violation]);
    }
    const changes = { ...changesBy(incident, edits, on), ...(resolution ? resolved(resolution, on) : {}) };
    const closed = { ...changes, state, closedAt: on.now, autoCloseAt: undefined };
    const ended = [happened(IncidentClosed, incident, closed, {})];
    return withTasksEnded(incident, ended, on.settings.openTasks, on.now);
  },
});

export const cancel = command({
  body: z.strictObject({ reason: LongText, also }),
  decide: (incident, body, on) => {
    const { reason, also: edits } = body;
    const state = incidentLifecycle.next(incident.state, "cancel");
    callerOnlyFrom(incident, on, ["new"], body);
    refuseUnreviewed(incident);
    const changes = { ...changesBy(incident, edits, on), state, cancellation: reason, holdReason: undefined };
    const ended = [happened(IncidentCancelled, incident, changes, {})];
    return withTasksEnded(incident, ended, "cancel", on.now);
  },
});
