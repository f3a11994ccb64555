import { incidentGrants } from "../../../services/incident/access.ts";
import type { Circumstances, Command } from "../../../services/incident/decisions/command.ts";
import { OpenIncident, openIncident } from "../../../services/incident/decisions/open.ts";
import type { Incident } from "../../../services/incident/incident.ts";
import { defaultSettings } from "../../../services/incident/settings.ts";
import { type Actor, granted } from "../../../shared/access/actor.ts";
import type { Decision } from "../../../shared/dynamo/record.ts";

export const person = (
  id: string,
  roles: readonly string[] = ["employee"],
  teams: readonly string[] = [],
): Actor => ({
  id,
  roles,
  teams,
  permissions: granted(incidentGrants, roles),
});

export const caller = person("caller");
export const agent = person("agent", ["employee", "agent"], ["desk"]);

export const now = "2026-03-02T09:00:00.000Z";
export const on = (actor: Actor, at = now): Circumstances => ({ actor, now: at, settings: defaultSettings });

/** The incident as a decision leaves it. */
export const applied = (before: Incident | undefined, decision: Decision<Incident>): Incident =>
  Object.assign(
    { id: "INC0000001", version: 1, createdAt: now, updatedAt: now },
    before,
    ...decision.map((o) => o.changes),
  );

export const types = (decision: Decision<Incident>): string[] => decision.map(({ event }) => event.type);

/** A reported incident; `given` overrides what the caller said. */
export const opened = (given: Record<string, unknown> = {}, by: Actor = caller): Incident => {
  const input = OpenIncident.parse({ title: "No network", ...given });
  return applied(undefined, openIncident("INC0000001", input, on(by)));
};

/** Runs a command as the API would: validate, decide, apply. */
export const done = (
  incident: Incident,
  command: Command,
  body: unknown,
  circumstances: Circumstances,
): Incident => applied(incident, command.decide(incident, command.body.parse(body), circumstances));
