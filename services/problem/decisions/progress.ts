import * as z from "zod";
import { LongText } from "../../../shared/domain/texts.ts";
import type { Decision } from "../../../shared/dynamo/record.ts";
import {
  ProblemAnalysed,
  ProblemAssessed,
  ProblemClosed,
  ProblemFixStarted,
  ProblemReanalysed,
  ProblemResolved,
} from "../events.ts";
import { type Problem, problemLifecycle } from "../problem.ts";
import { type Circumstances, command, happened } from "./command.ts";
import { withTasksEnded } from "./tasks.ts";

const Nothing = z.strictObject({});

/** Somebody looks whether it is worth an analysis. */
export const assess = command({
  body: Nothing,
  decide: (problem) => {
    const state = problemLifecycle.next(problem.state, "assess");
    return [happened(ProblemAssessed, problem, { state }, {})];
  },
});

/** The root cause is looked for; from a fix under way: it was not the cause, or not all of it. */
export const startAnalysis = command({
  body: z.strictObject({ reason: LongText.optional() }),
  decide: (problem, { reason }) => {
    const state = problemLifecycle.next(problem.state, "analyse");
    return [happened(ProblemAnalysed, problem, { state }, {}, reason ? { text: reason } : undefined)];
  },
});

export const startFix = command({
  body: Nothing,
  decide: (problem) => {
    const state = problemLifecycle.next(problem.state, "fix");
    return [happened(ProblemFixStarted, problem, { state }, {})];
  },
});

/** Its cause is removed. Incidents that wait for it are resolved or told, as the rules or the request say. */
export const resolve = command({
  body: z.strictObject({
    text: LongText.describe("What was done, in words that callers understand"),
    heldIncidents: z.enum(["resolve", "offer"]).optional().describe("As the rules say unless given"),
  }),
  decide: (problem, { text, heldIncidents }, on) => {
    const changes: Partial<Problem> = {
      state: problemLifecycle.next(problem.state, "resolve"),
      resolutionCode: "fix_applied",
      resolution: text,
      heldIncidents: heldIncidents ?? on.settings.heldIncidents,
      resolvedAt: on.now,
    };
    const resolution = { code: "fix_applied", text } as const;
    const resolved = [happened(ProblemResolved, problem, changes, { resolution })];
    return withTasksEnded(problem, resolved, on.settings.openTasks, on.now);
  },
});

const closed = (
  problem: Problem,
  changes: Partial<Problem>,
  rule: "block" | "cancel",
  { now }: Circumstances,
): Decision<Problem> => {
  const ended = [happened(ProblemClosed, problem, { ...changes, state: "closed", closedAt: now }, {})];
  return withTasksEnded(problem, ended, rule, now);
};

/** Living with it costs less than mending it: it stays a known error. */
export const acceptRisk = command({
  body: z.strictObject({ reason: LongText }),
  decide: (problem, { reason }, on) => {
    problemLifecycle.next(problem.state, "accept_risk");
    const { openTasks } = on.settings;
    return closed(problem, { resolutionCode: "risk_accepted", resolution: reason }, openTasks, on);
  },
});

export const cancel = command({
  body: z.strictObject({ reason: LongText }),
  decide: (problem, { reason }, on) => {
    problemLifecycle.next(problem.state, "cancel");
    return closed(problem, { resolutionCode: "cancelled", resolution: reason }, "cancel", on);
  },
});

/** Reviewed, and done for good. */
export const close = command({
  body: Nothing,
  decide: (problem, _body, on) => {
    problemLifecycle.next(problem.state, "close");
    return closed(problem, {}, "cancel", on);
  },
});

/** The fix did not hold, or the risk is no longer to be borne: counted, and back to the analysis. */
export const reanalyse = command({
  body: z.strictObject({ reason: LongText }),
  decide: (problem, { reason }) => {
    const changes: Partial<Problem> = {
      state: problemLifecycle.next(problem.state, "reanalyse"),
      reanalysisCount: problem.reanalysisCount + 1,
      resolutionCode: undefined,
      resolution: undefined,
      heldIncidents: undefined,
      duplicateOf: undefined,
      resolvedAt: undefined,
      closedAt: undefined,
    };
    return [happened(ProblemReanalysed, problem, changes, {}, { text: reason })];
  },
});

/** It is what another problem is; that one has its incidents and changes from now on. */
export const closeAsDuplicate = (
  problem: Problem,
  survivorId: string,
  on: Circumstances,
): Decision<Problem> => {
  problemLifecycle.next(problem.state, "duplicate");
  const changes: Partial<Problem> = { resolutionCode: "duplicate", duplicateOf: survivorId, changes: [] };
  return closed(problem, changes, "cancel", on);
};
