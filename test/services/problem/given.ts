import { problemGrants } from "../../../services/problem/access.ts";
import type { Circumstances } from "../../../services/problem/decisions/command.ts";
import { openProblem } from "../../../services/problem/decisions/open.ts";
import type { Problem } from "../../../services/problem/problem.ts";
import { defaultSettings } from "../../../services/problem/settings.ts";
import { problemRecords } from "../../../services/problem/table.ts";
import { type Actor, granted } from "../../../shared/access/actor.ts";
import { applyOccurrence, type Decision } from "../../../shared/dynamo/record.ts";

export const now = "2026-03-02T09:00:00.000Z";

export const actor = (id: string, roles: readonly string[], teams: readonly string[] = []): Actor => ({
  id,
  roles,
  teams,
  permissions: granted(problemGrants, [...roles, "employee"]),
});

export const pia = actor("pia", ["problem-manager"]);
export const on: Circumstances = { actor: pia, now, settings: defaultSettings };

export const applied = (before: Problem | undefined, decision: Decision<Problem>): Problem =>
  decision.reduce<Problem | undefined>(
    (record, { changes }) => applyOccurrence(record, "PRB0000001", changes, now, problemRecords.follows),
    before,
  ) as Problem;

export const problem = (more: Partial<Problem> = {}): Problem => ({
  ...applied(
    undefined,
    openProblem(
      "PRB0000001",
      { title: "Gateway stops", impact: 2, urgency: 2, ciIds: ["gw-1"], incidentIds: [] },
      on,
    ),
  ),
  ...more,
});

/** What the events of a decision tell everybody who listens. */
export const toldBy = (decision: Decision<Problem>): string =>
  JSON.stringify(decision.map(({ event, data }) => event.data.parse(data)));
