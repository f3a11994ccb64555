import type { PolicyClock, Terms } from "../../shared/targets/clocks.ts";
import { type ClockKeeper, keepClocks } from "../../shared/targets/keep-clocks.ts";
import { iso, summaryOf } from "../../shared/targets/summary.ts";
import { presentFacts } from "./clock-facts.ts";
import { announce } from "./decisions/announce.ts";
import { itemHappened } from "./decisions/command.ts";
import { RequestItemServiceLevelsChanged } from "./events-service-levels.ts";
import { isOpenItem, type RequestItem } from "./request-item.ts";
import { itemRecords } from "./table.ts";

/** When the item is to be fulfilled by its agreements; `undefined` without any, or while their clocks rest. */
const earliest = (clocks: readonly PolicyClock[]): string | undefined => {
  const resolving = clocks.filter(
    ({ metric, policy }) => metric.metric === "resolve" && !policy.terms.internal,
  );
  const open = resolving.filter(({ phase }) => phase !== "stopped");
  const due = (open.length > 0 ? open : resolving).flatMap(({ dueAt }) => dueAt ?? []);
  return due.length > 0 ? iso(Math.min(...due)) : undefined;
};

/** Keeps the clocks of requests' items under the agreements in force, at one moment. */
export const itemClocks = (terms: Terms, now: Date): ClockKeeper<RequestItem> =>
  keepClocks<RequestItem>(
    {
      type: itemRecords,
      facts: presentFacts,
      isDone: (item) => !isOpenItem(item),
      summaries: ({ serviceLevels = [] }) => serviceLevels,
      show: (_item, clocks) => ({
        serviceLevels: clocks.length > 0 ? clocks.map(summaryOf) : undefined,
        targetAt: earliest(clocks),
      }),
      announce,
      recomputed: (item, changes) => itemHappened(RequestItemServiceLevelsChanged, item, changes, {}),
    },
    terms,
    now,
  );
