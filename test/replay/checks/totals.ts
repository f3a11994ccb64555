import { levelOf, standingOf } from "../facts.ts";
import type { Life } from "../life.ts";
import type { Entry, Evidence } from "../observe.ts";
import { type Check, check, countBy, differences, explain } from "./check.ts";

const nobody = "none";

/** Each call's entry stands at the version the call answered, in order of time; what is left over closed itself. */
const wrongHistory = ({ logged, made }: Life, history: readonly Entry[]): readonly string[] => {
  const bad = (text: string) => `${logged.number}: ${text}`;
  const gap = history.findIndex(({ sequence }, index) => sequence !== index + 1);
  const back = history.findIndex(({ at }, index) => at < (history[index - 1]?.at ?? 0));
  const called = made.filter(({ version }) => version !== undefined);
  const other = called.find(({ version = 0, entry }) => history[version - 1]?.type !== entry);
  const swapped = called.find(({ version = 0 }, index) => version <= (called[index - 1]?.version ?? 0));
  const versions = new Set(called.map(({ version }) => version));
  const own = history.filter(({ sequence }) => !versions.has(sequence));
  const alien = own.find(
    ({ type, actor, passed }) =>
      (type !== "IncidentClosed" && passed === undefined) || actor !== "service:incident",
  );
  return [
    ...(gap < 0 ? [] : [bad(`entry ${gap + 1} is missing`)]),
    ...(back < 0 ? [] : [bad(`entry ${back + 1} is older than the one before`)]),
    ...(other === undefined ? [] : [bad(`line ${other.line} left no ${other.entry}`)]),
    ...(swapped === undefined ? [] : [bad(`line ${swapped.line} is not in order`)]),
    ...(alien === undefined ? [] : [bad(`nobody called for entry ${alien.sequence} ${alien.type}`)]),
  ];
};

/** 5. Final states, priorities and groups are the log's; every step is one entry of the history, in order. */
export const totals = ({ replayed: { lives }, final, histories }: Evidence): Check => {
  const last = lives.flatMap(({ logged }) => logged.steps.at(-1)?.row ?? []);
  const found = lives.flatMap(({ record }) => final.get(record?.id ?? "") ?? []);
  const historyOf = ({ record }: Life) => histories.get(record?.id ?? "") ?? [];
  // Told of service levels is by the eighth check.
  const stepsOf = (life: Life) => historyOf(life).filter(({ passed }) => passed === undefined);
  const entries = lives.reduce((sum, life) => sum + stepsOf(life).length, 0);
  const steps = lives.reduce((sum, { made }) => sum + made.length, 0);
  const twice = lives.flatMap((life) => {
    const more = stepsOf(life).length - life.made.length;
    return more > 0 ? [`${life.logged.number}: ${more}`] : [];
  });
  const groups = countBy(found, ({ teamId }) => teamId ?? nobody);
  return check(
    "counts per final state, priority and group equal the log's; one history entry per step, in order",
    { incidents: found.length, groups: groups.size, steps, "history entries": entries },
    [
      ...differences(
        "state",
        countBy(last, (row) => standingOf(row)?.state ?? row.incident_state),
        countBy(found, ({ state }) => state),
      ),
      ...differences(
        "priority",
        countBy(last, ({ priority }) => String(levelOf(priority))),
        countBy(found, ({ priority }) => String(priority)),
      ),
      ...differences(
        "group",
        countBy(last, ({ assignment_group }) => assignment_group ?? nobody),
        groups,
      ),
      ...lives.flatMap((life) => wrongHistory(life, historyOf(life))),
    ],
    [
      explain(
        "one more closing by itself than the log has: closed by the rule, then reopened (see auto-close)",
        twice,
        twice.length,
      ),
    ],
  );
};
