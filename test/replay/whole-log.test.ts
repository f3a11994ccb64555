import { existsSync } from "node:fs";
import { assign } from "../../services/incident/decisions/assign.ts";
import type { Circumstances, Command } from "../../services/incident/decisions/command.ts";
import { edit } from "../../services/incident/decisions/edit.ts";
import { OpenIncident, openIncident } from "../../services/incident/decisions/open.ts";
import { close, hold, reopen, resolve, start } from "../../services/incident/decisions/progress.ts";
import { note } from "../../services/incident/decisions/talk.ts";
import type { Incident } from "../../services/incident/incident.ts";
import { serviceActor } from "../../shared/access/actor.ts";
import { applyOccurrence, type Decision } from "../../shared/dynamo/record.ts";
import { deskLog, deskSettings } from "./desk-settings.ts";
import { levelOf } from "./facts.ts";
import { type LoggedIncident, type LoggedStep, readLog } from "./log.ts";
import { type Call, planStep } from "./plan-step.ts";

const commands = { assign, start, hold, resolve, reopen, close, notes: note } as unknown as Readonly<
  Record<string, Command>
>;
const actor = { ...serviceActor("desk"), id: "desk" };

const decide = ({ path, body }: Call, id: string, incident: Incident | undefined, on: Circumstances) => {
  if (incident === undefined) return openIncident(id, OpenIncident.parse(body), on);
  const command = (commands[path.split("/")[3] ?? ""] ?? edit) as Command;
  return command.decide(incident, command.body.parse(body), on);
};

const apply = (incident: Incident | undefined, id: string, decision: Decision<Incident>, now: string) =>
  decision.reduce<Incident | undefined>((at, { changes }) => applyOccurrence(at, id, changes, now), incident);

/** What the log's incidents come to when each row is decided on; `sequence` is the history entries by type. */
const live = (logged: LoggedIncident) => {
  const settings = deskSettings();
  const id = logged.number;
  let incident: Incident | undefined;
  let before: LoggedStep | undefined;
  const problems: string[] = [];
  for (const step of logged.steps) {
    const on: Circumstances = { actor, now: new Date(step.at).toISOString(), settings };
    if (incident?.autoCloseAt !== undefined && incident.autoCloseAt <= on.now) {
      const due = { ...on, now: incident.autoCloseAt };
      incident = apply(incident, id, close.decide(incident, {}, due), due.now);
    }
    const planned = planStep(before?.row, step.row, incident as never);
    if (planned.kind === "bad-data") problems.push(`${id} line ${step.line}: ${planned.reason}`);
    if (planned.kind === "call") {
      const decision = decide(planned, id, incident, on);
      if (decision.map(({ event }) => event.type).join() !== planned.entry)
        problems.push(`${id} line ${step.line}: ${planned.path} made ${decision.map((d) => d.event.type)}`);
      incident = apply(incident, id, decision, on.now);
    }
    if (incident?.priority !== levelOf(step.row.priority)) problems.push(`${id} line ${step.line}: priority`);
    before = step;
  }
  return { incident, problems, last: before };
};

const whereLogIs = existsSync(deskLog) ? it : it.skip;

describe("a real desk's year, decided row by row", () => {
  whereLogIs(`is refused nothing and leaves one history entry per row (needs ${deskLog})`, () => {
    const lives = readLog(deskLog).map(live);
    expect(lives.flatMap(({ problems }) => problems)).toEqual([]);
    expect(new Set(lives.map(({ incident }) => incident?.state))).toEqual(new Set(["closed"]));
    expect(
      lives.filter((each) => each.incident?.reopenCount !== Number(each.last?.row.reopen_count)),
    ).toEqual([]);
  });
});
