import type { PolicyClock, Terms } from "../../shared/targets/clocks.ts";
import { type ClockKeeper, keepClocks } from "../../shared/targets/keep-clocks.ts";
import { iso, summaryOf } from "../../shared/targets/summary.ts";
import { type Change, isOpen } from "./change.ts";
import { presentFacts } from "./clock-facts.ts";
import { announce } from "./decisions/announce.ts";
import { happened } from "./decisions/command.ts";
import { ChangeServiceLevelsChanged } from "./events-service-levels.ts";
import { changeRecords } from "./table.ts";

/** When the change is to be done by its agreements; `undefined` without any, or while their clocks rest. */
const earliest = (clocks: readonly PolicyClock[]): string | undefined => {
  const resolving = clocks.filter(({ metric }) => metric.metric === "resolve");
  const open = resolving.filter(({ phase }) => phase !== "stopped");
  const due = (open.length > 0 ? open : resolving).flatMap(({ dueAt }) => dueAt ?? []);
  return due.length > 0 ? iso(Math.min(...due)) : undefined;
};

/** Keeps the clocks of changes under the agreements in force, at one moment. */
export const changeClocks = (terms: Terms, now: Date): ClockKeeper<Change> =>
  keepClocks<Change>(
    {
      type: changeRecords,
      facts: presentFacts,
      isDone: (change) => !isOpen(change),
      summaries: ({ serviceLevels = [] }) => serviceLevels,
      show: (_change, clocks) => ({
        serviceLevels: clocks.length > 0 ? clocks.map(summaryOf) : undefined,
        targetAt: earliest(clocks),
      }),
      announce,
      recomputed: (change, changes) => happened(ChangeServiceLevelsChanged, change, changes, {}),
    },
    terms,
    now,
  );
