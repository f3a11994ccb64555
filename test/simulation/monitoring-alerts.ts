import type { Alert } from "../../services/monitoring/alert.ts";
import type { Facts } from "./facts.ts";
import { alertsIn, graceMs, type Known } from "./monitoring-facts.ts";

/** Of two that say the same only one may be there. */
const repeated = (keys: readonly string[]): readonly string[] =>
  keys.filter((key, at) => keys.indexOf(key) !== at);

/** When time alone should have changed something about an alert, and nothing did. */
const overdue = ({ one, now }: Known<Alert>, facts: Facts): string[] => {
  const { flapping, muted } = now;
  return [flapping?.until, muted?.until]
    .filter((at) => at !== undefined)
    .filter((at) => Math.max(Date.parse(at), facts.writtenAt(one, now.version)) + graceMs < facts.now)
    .map((at) => `${one.id} should have been looked at when it was ${at}`);
};

/** An alert hears of an incident once, of being in a storm once, and of what time brings about when it is due. */
export const brokenAlerts = (facts: Facts): string[] =>
  alertsIn(facts).flatMap((alert) => {
    const { one, now } = alert;
    const keys = one.history
      .filter(({ type }) => type === "AlertLinked" || type === "AlertGrouped")
      .map(({ type, changes }) => JSON.stringify([type, changes]));
    const transitions = one.history.flatMap(
      ({ changes: { transition } }) => Number(transition?.to ?? []) || [],
    );
    const isInOrder = transitions.every((transition, at) => transition === at + 1);
    return [
      ...repeated(keys).map((key) => `${one.id} was told twice: ${key}`),
      ...(isInOrder ? [] : [`${one.id} told others of changes ${transitions}`]),
      ...(now.state !== now.observed && !now.flapping
        ? [`${one.id} was seen ${now.observed}, is ${now.state}, and does not flap`]
        : []),
      ...overdue(alert, facts),
    ];
  });
