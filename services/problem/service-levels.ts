import type { PolicyClock, Terms } from "../../shared/targets/clocks.ts";
import { type ClockKeeper, keepClocks } from "../../shared/targets/keep-clocks.ts";
import { iso, summaryOf } from "../../shared/targets/summary.ts";
import { presentFacts } from "./clock-facts.ts";
import { announce } from "./decisions/announce.ts";
import { happened } from "./decisions/command.ts";
import { ProblemServiceLevelsChanged } from "./events-service-levels.ts";
import { isOpen, type Problem } from "./problem.ts";
import type { SettingsFields } from "./settings.ts";
import { problemRecords } from "./table.ts";

/** When the problem is to be resolved by its agreements; `undefined` without any, or while their clocks rest. */
const earliest = (clocks: readonly PolicyClock[]): string | undefined => {
  const resolving = clocks.filter(({ metric }) => metric.metric === "resolve");
  const open = resolving.filter(({ phase }) => phase !== "stopped");
  const due = (open.length > 0 ? open : resolving).flatMap(({ dueAt }) => dueAt ?? []);
  return due.length > 0 ? iso(Math.min(...due)) : undefined;
};

/** Keeps the clocks of problems under the agreements in force, at one moment. */
export const problemClocks = (terms: Terms, settings: SettingsFields, now: Date): ClockKeeper<Problem> => {
  const on = { now: now.toISOString(), settings };
  return keepClocks<Problem>(
    {
      type: problemRecords,
      facts: presentFacts,
      isDone: (problem) => !isOpen(problem),
      summaries: ({ serviceLevels = [] }) => serviceLevels,
      show: (_problem, clocks) => ({
        serviceLevels: clocks.length > 0 ? clocks.map(summaryOf) : undefined,
        targetAt: earliest(clocks),
      }),
      announce: (problem, passed, acts) => announce(problem, passed, acts, on),
      recomputed: (problem, changes) => happened(ProblemServiceLevelsChanged, problem, changes, {}),
    },
    terms,
    now,
  );
};
