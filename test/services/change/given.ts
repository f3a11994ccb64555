import { changeGrants } from "../../../services/change/access.ts";
import type { Change } from "../../../services/change/change.ts";
import type { Circumstances } from "../../../services/change/decisions/command.ts";
import { OpenChange, openChange } from "../../../services/change/decisions/open.ts";
import { type Freeze, FreezeFields } from "../../../services/change/freeze.ts";
import { SettingsFields } from "../../../services/change/settings.ts";
import { granted } from "../../../shared/access/actor.ts";
import type { ResolvedStep } from "../../../shared/approvals/resolve.ts";
import { applyOccurrence, type Decision } from "../../../shared/dynamo/record.ts";

export const now = "2027-01-04T08:00:00.000Z";

export const person = (id: string, ...roles: readonly string[]) => ({
  id,
  roles: ["employee", ...roles],
  teams: [],
  permissions: granted(changeGrants, ["employee", ...roles]),
});

export const settings = SettingsFields.parse({});

export const seat = (personId: string): ResolvedStep => ({
  name: `Asked: ${personId}`,
  rule: { kind: "any" },
  oneRejectionEnds: false,
  seats: [{ id: "1", personId }],
});

/** What is asked of `boss` unless said otherwise, at a version that the test says. */
export const on = (change: Partial<Change> = {}, more: Partial<Circumstances> = {}): Circumstances => ({
  actor: person("ann", "agent"),
  now,
  settings,
  asked: { version: change.version ?? 0, steps: [seat("boss")] },
  ...more,
});

export const folded = (before: Change | undefined, id: string, decision: Decision<Change>): Change =>
  decision.reduce<Change | undefined>(
    (change, { changes }) => applyOccurrence<Change>(change, id, changes, now),
    before,
  ) as Change;

export const freeze = (fields: object): Freeze => ({
  ...FreezeFields.parse({ name: "Year end", reason: "Books", ...fields }),
  id: "CFZ0000001",
  version: 1,
  createdAt: now,
  updatedAt: now,
  state: "active",
});

/** What configuration management answers about some CIs: the services that depend on them. */
export const impactOf = (ciIds: readonly string[], serviceIds: readonly string[], more: object = {}) => ({
  ciIds: [...ciIds],
  services: serviceIds.map((id) => ({ id, name: id, criticality: "high" as const })),
  serviceCount: serviceIds.length,
  criticality: "high" as const,
  impactedCount: serviceIds.length,
  countsByClass: {},
  paths: [],
  assessedAt: now,
  ...more,
});

export const plans = {
  implementation: "Exchange the certificate",
  test: "Sign in",
  backout: "Put the old one back",
  communication: "Tell the desk",
};

export const opened = (fields: object = {}, more: Partial<Circumstances> = {}): Change => {
  const body = OpenChange.parse({
    title: "New certificate",
    plannedStart: "2027-01-09T20:00:00Z",
    plannedEnd: "2027-01-09T22:00:00Z",
    ciIds: ["gateway-1"],
    plans,
    ...fields,
  });
  return folded(undefined, "CHG0000001", openChange("CHG0000001", body, on({}, more)));
};

/** The change after commands, each given as a function of the record as it is. */
export const through = (
  change: Change,
  ...steps: readonly ((change: Change) => Decision<Change>)[]
): Change => steps.reduce((current, step) => folded(current, current.id, step(current)), change);
