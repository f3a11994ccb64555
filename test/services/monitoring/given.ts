import type { Alert } from "../../../services/monitoring/alert.ts";
import type { Circumstances } from "../../../services/monitoring/decisions/circumstances.ts";
import { observe, type Verdict } from "../../../services/monitoring/decisions/observe.ts";
import { defaultSettings } from "../../../services/monitoring/settings.ts";
import { alertIdOf, type Observation } from "../../../services/monitoring/signal.ts";
import type { Decision } from "../../../shared/dynamo/record.ts";

export const start = Date.parse("2026-03-02T09:00:00.000Z");
/** An instant by minutes after the beginning. */
export const minute = (minutes: number): string => new Date(start + minutes * 60_000).toISOString();

export const on = (now: string, more: Partial<Circumstances> = {}): Circumstances => ({
  now,
  settings: defaultSettings,
  window: undefined,
  place: { kind: "own" },
  ...more,
});

export const signal = (
  state: Observation["state"],
  occurredAt: string,
  more: Partial<Observation> = {},
): Observation => ({
  source: "nagios",
  resource: "web-1",
  check: "http",
  state,
  severity: "major",
  ciIds: [],
  links: [],
  labels: {},
  occurredAt,
  ...more,
});

export const nothing = { id: alertIdOf(signal("firing", minute(0))), version: 0 } as Alert;

export const applied = (alert: Alert, decision: Decision<Alert>): Alert =>
  Object.assign({}, alert, ...decision.map(({ changes }) => changes), {
    version: alert.version + decision.length,
  });

export const types = (verdict: Verdict): readonly string[] =>
  verdict.kind === "decided" ? verdict.decision.map(({ event }) => event.type) : [verdict.kind];

/** The alert after reports of firing (`f`) and recovery (`r`) at minutes, as they came. */
export const reported = (
  reports: readonly (readonly ["f" | "r", number])[],
  circumstances: Partial<Circumstances> = {},
): Alert =>
  reports.reduce<Alert>((alert, [state, at]) => {
    const verdict = observe(
      alert,
      signal(state === "f" ? "firing" : "recovered", minute(at)),
      on(minute(at), circumstances),
    );
    return verdict.kind === "decided" ? applied(alert, verdict.decision) : alert;
  }, nothing);
