import type { PolicyClock, Terms } from "../../shared/targets/clocks.ts";
import { type ClockKeeper, keepClocks } from "../../shared/targets/keep-clocks.ts";
import { iso, summaryOf } from "../../shared/targets/summary.ts";
import { presentFacts } from "./clock-facts.ts";
import { announce } from "./decisions/announce.ts";
import { happened, snapshotOf } from "./decisions/command.ts";
import { targetAt } from "./decisions/edits.ts";
import { ServiceLevelsChanged } from "./events.ts";
import { type Incident, isOpen } from "./incident.ts";
import type { SettingsFields } from "./settings.ts";
import { incidentRecords } from "./table.ts";

type Shown = { readonly metric: string; readonly internal: boolean };
const promises = ({ metric, internal }: Shown): boolean => metric === "resolve" && !internal;

/** When the incident is to be resolved by its agreements; `undefined` while all their clocks are paused. */
const earliest = (clocks: readonly PolicyClock[]): string | undefined => {
  const open = clocks.filter(({ phase }) => phase !== "stopped");
  const due = (open.length > 0 ? open : clocks).flatMap(({ dueAt }) => dueAt ?? []);
  return due.length > 0 ? iso(Math.min(...due)) : undefined;
};

const shown = (incident: Incident, clocks: readonly PolicyClock[], settings: SettingsFields) => {
  const promised = clocks.filter(({ policy, metric }) =>
    promises({ metric: metric.metric, internal: policy.terms.internal }),
  );
  const wasPromised = incident.serviceLevels?.some(promises) ?? false;
  const bySettings = wasPromised
    ? targetAt(settings, incident.openedAt, incident.priority)
    : incident.targetAt;
  return {
    serviceLevels: clocks.length > 0 ? clocks.map(summaryOf) : undefined,
    targetAt: promised.length > 0 ? earliest(promised) : bySettings,
  };
};

/** Keeps the clocks of incidents under the agreements and settings in force, at one moment. */
export const incidentClocks = (terms: Terms, settings: SettingsFields, now: Date): ClockKeeper<Incident> => {
  const on = { now: now.toISOString(), settings };
  return keepClocks<Incident>(
    {
      type: incidentRecords,
      facts: presentFacts,
      isDone: (incident) => !isOpen(incident),
      summaries: ({ serviceLevels = [] }) => serviceLevels,
      show: (incident, clocks) => shown(incident, clocks, settings),
      announce: (incident, passed, acts) => announce(incident, passed, acts, on),
      recomputed: (incident, changes) => happened(ServiceLevelsChanged, incident, changes, {}),
      retold: (occurrence, after) => ({
        ...occurrence,
        data: { ...(occurrence.data as object), incident: snapshotOf(after) },
      }),
    },
    terms,
    now,
  );
};
