import type { Command } from "../../../services/incident/decisions/command.ts";
import { OpenIncident, openIncident } from "../../../services/incident/decisions/open.ts";
import type { Incident } from "../../../services/incident/incident.ts";
import { incidentClocks } from "../../../services/incident/service-levels.ts";
import { defaultSettings } from "../../../services/incident/settings.ts";
import { incidentRecords } from "../../../services/incident/table.ts";
import { applyOccurrence, type Decision } from "../../../shared/dynamo/record.ts";
import type { Terms } from "../../../shared/targets/clocks.ts";
import { PolicyTerms } from "../../../shared/targets/terms.ts";
import { agent, on } from "./given.ts";

const minute = 60_000;
const begin = Date.parse("2026-03-02T09:00:00.000Z");
export const time = (minutes: number): Date => new Date(begin + minutes * minute);
const stops = { state: ["resolved", "closed", "cancelled"] };
const pauses = [{ state: ["on_hold"], holdReason: ["awaiting_caller"] }];

export const policy = (id: string, metric: object, terms: object = {}, version = 1) => ({
  id,
  name: id,
  version,
  terms: PolicyTerms.parse({
    kind: "incident",
    metrics: [{ metric: "resolve", stops, pauses, ...metric }],
    ...terms,
  }),
});
export const hours = (amount: number) => ({ target: { amount, unit: "hours" } });
export const under = (...policies: Terms["policies"]): Terms => ({ policies, calendars: new Map() });

export const fourHours = under(
  policy("SLA1", {
    ...hours(4),
    points: [{ id: "half", at: { percent: 50 } }],
    onBreach: [{ do: "reassign", teamId: "network" }, { do: "raise" }],
  }),
);

/** What a decision leaves, as the store would write it. */
const written = (before: Incident | undefined, decision: Decision<Incident>, at: Date): Incident =>
  decision.reduce<Incident | undefined>(
    (incident, { changes }) =>
      applyOccurrence(incident, "INC0000001", changes, at.toISOString(), incidentRecords.follows),
    before,
  ) as Incident;

export const opened = (terms: Terms, given: object = {}): Incident => {
  const input = OpenIncident.parse({ title: "No mail", callerId: "caller", ...given });
  const decision = openIncident("INC0000001", input, on(agent, time(0).toISOString()));
  return written(
    undefined,
    incidentClocks(terms, defaultSettings, time(0)).first("INC0000001", decision),
    time(0),
  );
};

type Step = {
  readonly incident: Incident;
  readonly types: readonly string[];
  readonly actors: readonly (string | undefined)[];
};

const taken = (incident: Incident, decision: Decision<Incident>, at: Date): Step => ({
  incident: decision.length > 0 ? written(incident, decision, at) : incident,
  types: decision.map(({ event }) => event.type),
  actors: decision.map(({ by }) => by?.actor.id),
});

export const doing = (incident: Incident, at: number, terms: Terms, command: Command, body: object): Step => {
  const now = time(at);
  const { around } = incidentClocks(terms, defaultSettings, now);
  const circumstances = on(agent, now.toISOString());
  const [decision = []] = around([incident], ([one]) => [
    command.decide(one as Incident, command.body.parse(body), circumstances),
  ]);
  return taken(incident, decision, now);
};
export const swept = (incident: Incident, at: number, terms: Terms): Step =>
  taken(incident, incidentClocks(terms, defaultSettings, time(at)).refresh(incident), time(at));

export const ended = { code: "advice", text: "Restarted" };
export const at = (minutes: number) => time(minutes).toISOString();
