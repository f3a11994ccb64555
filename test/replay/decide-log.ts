import { assign } from "../../services/incident/decisions/assign.ts";
import type { Circumstances, Command } from "../../services/incident/decisions/command.ts";
import { edit } from "../../services/incident/decisions/edit.ts";
import { OpenIncident, openIncident } from "../../services/incident/decisions/open.ts";
import { close, hold, reopen, resolve, start } from "../../services/incident/decisions/progress.ts";
import { note } from "../../services/incident/decisions/talk.ts";
import type { Incident } from "../../services/incident/incident.ts";
import { incidentClocks } from "../../services/incident/service-levels.ts";
import { incidentRecords } from "../../services/incident/table.ts";
import { serviceActor } from "../../shared/access/actor.ts";
import { applyOccurrence, type Decision } from "../../shared/dynamo/record.ts";
import type { Terms } from "../../shared/targets/clocks.ts";
import { passedIn, settingOf } from "./clock-entries.ts";
import { deskSettings } from "./desk-settings.ts";
import { levelOf } from "./facts.ts";
import type { LoggedIncident, LoggedStep } from "./log.ts";
import type { Entry } from "./observe.ts";
import { type Call, planStep } from "./plan-step.ts";

const commands = { assign, start, hold, resolve, reopen, close, notes: note } as unknown as Readonly<
  Record<string, Command>
>;
const actor = { ...serviceActor("desk"), id: "desk" };
const minute = 60_000;
/** How often the schedules look for what is to be told and for what is to be closed. */
const every = { told: minute, closed: 5 * minute };

/** What an incident of the log comes to when each row is decided on, as the product decides it. */
export type Decided = {
  readonly incident: Incident | undefined;
  readonly entries: readonly Entry[];
  readonly problems: readonly string[];
  readonly last: LoggedStep | undefined;
};

const decide = ({ path, body }: Call, id: string, incident: Incident | undefined, on: Circumstances) => {
  if (incident === undefined) return openIncident(id, OpenIncident.parse(body), on);
  const command = (commands[path.split("/")[3] ?? ""] ?? edit) as Command;
  return command.decide(incident, command.body.parse(body), on);
};

const nextRun = (due: string, period: number): number => Math.ceil(Date.parse(due) / period) * period;

/** One incident's life under the agreements, with what the schedules do to it when they next run. */
const createLife = (id: string, terms: Terms) => {
  const settings = deskSettings();
  const entries: Entry[] = [];
  let incident: Incident | undefined;

  const write = (decision: Decision<Incident>, at: number): void => {
    for (const { event, changes, data } of decision) {
      entries.push({
        type: event.type,
        sequence: entries.length + 1,
        at,
        actor: actor.id,
        eventId: `${id}-${entries.length + 1}`,
        facts: settingOf(changes),
        passed: passedIn(data),
      });
      incident = applyOccurrence(incident, id, changes, new Date(at).toISOString(), incidentRecords.follows);
    }
  };
  const circumstances = (at: number): Circumstances => ({ actor, now: new Date(at).toISOString(), settings });
  const keeper = (at: number) => incidentClocks(terms, settings, new Date(at));

  const act = (at: number, decision: (known: Incident | undefined) => Decision<Incident>): void => {
    const { first, around } = keeper(at);
    const [kept = []] =
      incident === undefined
        ? [first(id, decision(undefined))]
        : around([incident], ([one]) => [decision(one)]);
    write(kept, at);
  };

  /** What falls due until then happens, in the order of time. */
  const goOnUntil = (until: number): void => {
    for (;;) {
      const telling =
        incident?.nextPointAt === undefined ? undefined : nextRun(incident.nextPointAt, every.told);
      const closing =
        incident?.autoCloseAt === undefined ? undefined : nextRun(incident.autoCloseAt, every.closed);
      const next = Math.min(telling ?? Number.POSITIVE_INFINITY, closing ?? Number.POSITIVE_INFINITY);
      if (incident === undefined || next > until) return;
      if (next === telling) write(keeper(next).refresh(incident), next);
      else act(next, (known) => close.decide(known as Incident, {}, circumstances(next)));
    }
  };
  return { entries, act, goOnUntil, circumstances, now: () => incident };
};

/** Decides on every row of an incident. `terms`: the agreements it is measured by; without any by none. */
export const decideLog = (logged: LoggedIncident, terms: Terms): Decided => {
  const { number: id, steps } = logged;
  const { entries, act, goOnUntil, circumstances, now } = createLife(id, terms);
  const problems: string[] = [];
  let before: LoggedStep | undefined;
  for (const step of steps) {
    goOnUntil(step.at);
    const planned = planStep(before?.row, step.row, now() as never);
    const where = `${id} line ${step.line}`;
    if (planned.kind === "bad-data") problems.push(`${where}: ${planned.reason}`);
    if (planned.kind === "call")
      act(step.at, (known) => {
        const decision = decide(planned, id, known, circumstances(step.at));
        if (decision.map(({ event }) => event.type).join() !== planned.entry)
          problems.push(`${where}: ${planned.path} made ${decision.map((each) => each.event.type)}`);
        return decision;
      });
    if (now()?.priority !== levelOf(step.row.priority)) problems.push(`${where}: priority`);
    before = step;
  }
  goOnUntil(Number.MAX_SAFE_INTEGER);
  return { incident: now(), entries, problems, last: before };
};
