import type { Change } from "../../../services/change/change.ts";
import { decide } from "../../../services/change/decisions/authorize.ts";
import type { Circumstances } from "../../../services/change/decisions/command.ts";
import { type ChangeEdits, edit } from "../../../services/change/decisions/edit.ts";
import { assess, complete, start, submit } from "../../../services/change/decisions/progress.ts";
import type { Verdict } from "../../../shared/approvals/approval.ts";
import type { Decision } from "../../../shared/dynamo/record.ts";
import { now, on } from "./given.ts";

type Step = (change: Change) => Decision<Change>;

export const submitted: Step = (change) => submit.decide(change, {}, on(change));
export const assessed: Step = (change) => assess.decide(change, { answers: {} }, on(change));
export const said =
  (personId: string, verdict: Verdict = "approve", roles: readonly string[] = []): Step =>
  (change) =>
    decide(change, { personId, roles, verdict, channel: "api" }, on(change));
export const started =
  (more: Partial<Circumstances> = {}): Step =>
  (change) =>
    start.decide(change, {}, on(change, { now: change.plannedStart ?? now, ...more }));
export const completed =
  (outcome: Change["outcome"] = "successful"): Step =>
  (change) =>
    complete.decide(change, { outcome: outcome ?? "successful" }, on(change));
export const edited =
  (edits: ChangeEdits, more: Partial<Circumstances> = {}): Step =>
  (change) =>
    edit().decide(change, edits, on(change, more));
