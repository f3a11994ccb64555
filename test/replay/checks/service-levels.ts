import { clocksOf, type Terms } from "../../../shared/targets/clocks.ts";
import { summaryOf } from "../../../shared/targets/summary.ts";
import type { Facts } from "../../../shared/targets/terms.ts";
import { extended, type Timeline } from "../../../shared/targets/timeline.ts";
import { compileCalendar } from "../../../shared/time/compile-calendar.ts";
import { deskAgreements, deskCalendar } from "../desk-agreements.ts";
import type { SeenIncident } from "../life.ts";
import type { Entry, Evidence } from "../observe.ts";
import { type Check, check, countBy } from "./check.ts";

const calendarId = "desk";
/** What the replay promises, as the product would know it. */
export const deskTerms: Terms = {
  policies: deskAgreements(calendarId).map(({ name, ...own }, i) => ({
    id: String(i),
    name,
    version: 1,
    terms: own,
  })),
  calendars: new Map([
    [calendarId, { id: calendarId, name: "Desk", calendar: compileCalendar(deskCalendar) }],
  ]),
};

type Result = {
  readonly metric: string;
  readonly state: string;
  readonly breached: boolean;
  readonly dueAt?: string | undefined;
};

/** What the history alone gives: every change of the facts in its order, nothing that the incident itself says. */
const fromHistory = (history: readonly Entry[]): readonly Result[] => {
  let facts: Facts = {};
  let timeline: Timeline = [];
  for (const { at, facts: changed } of history) {
    facts = { ...facts, ...changed };
    timeline = extended(timeline, at, facts);
  }
  const clocks = clocksOf(deskTerms, timeline, facts, history.at(-1)?.at ?? 0);
  return clocks.map((clock) => summaryOf(clock));
};

const textOf = ({ metric, state, breached, dueAt = "" }: Result): string =>
  `${metric} ${state} ${breached ? "breached" : "in time"} ${dueAt}`;

const resultOf = ({ state, breached }: Result): string =>
  breached ? "breached" : state === "stopped" ? "met" : "under way";

const passings = (history: readonly Entry[]): readonly string[] =>
  history.flatMap(({ passed }) => (passed === undefined ? [] : [passed]));

const wrong = (incident: SeenIncident, history: readonly Entry[]): readonly string[] => {
  const shown = (incident.serviceLevels ?? []).map(textOf).toSorted();
  const computed = fromHistory(history).map(textOf).toSorted();
  const told = passings(history);
  const twice = told.filter((key, i) => told.indexOf(key) !== i);
  return [
    ...(shown.length === 2 && shown.join() === computed.join()
      ? []
      : [`${incident.id} shows ${shown.join("; ")}; its history gives ${computed.join("; ")}`]),
    ...twice.map((key) => `${incident.id} tells twice: ${key}`),
  ];
};

/** 8. What service levels came to is what the history alone gives; every warning and breach was told once. */
export const serviceLevels = ({ final, histories }: Pick<Evidence, "final" | "histories">): Check => {
  const incidents = [...final.values()];
  const results = incidents.flatMap(({ priority, serviceLevels: levels = [] }) =>
    levels.map((level) => `P${priority} ${level.metric} ${resultOf(level)}`),
  );
  const told = [...histories.values()].flatMap(passings);
  return check(
    "service levels met and breached per priority equal what is recomputed from history alone",
    {
      ...Object.fromEntries([...countBy(results, (result) => result)].toSorted()),
      "warnings and breaches told": told.length,
    },
    incidents.flatMap((incident) => wrong(incident, histories.get(incident.id) ?? [])),
  );
};
