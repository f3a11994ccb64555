import { randomBytes } from "node:crypto";
import { granted } from "../../shared/access/actor.ts";
import { cachedFor } from "../../shared/dynamo/cached.ts";
import { createJobs } from "../../shared/dynamo/jobs.ts";
import { createProjections } from "../../shared/dynamo/projections.ts";
import { createRecords } from "../../shared/dynamo/records.ts";
import type { Scope } from "../../shared/dynamo/scope.ts";
import { tableSecret } from "../../shared/dynamo/table-secret.ts";
import type { TeamSnapshot } from "../organization/events.ts";
import { changeGrants } from "./access.ts";
import { everyTeam } from "./people.ts";
import { type ChangeSettings, settingsId } from "./settings.ts";
import {
  type ChangeContext,
  changeRecords,
  modelRecords,
  settingsRecords,
  templateRecords,
} from "./table.ts";

const teamProjection = {
  kind: "TEAM",
  memberships: ({ id, active }: TeamSnapshot) =>
    active
      ? [
          { group: id, order: "team" },
          { group: everyTeam, order: "team" },
        ]
      : [],
};

/** Short enough that an administrator sees a changed rule work at once, long enough to spare nearly every read. */
const keptMs = 5000;

/** Who opens a signed link is who it was made for, with what everybody may do and no more. */
const holder = (id: string) => ({
  id,
  roles: ["employee"],
  teams: [],
  permissions: granted(changeGrants, ["employee"]),
});

/** Builds what the handlers work with, for each request, event or schedule of one container. */
export const createConnect = (): ((scope: Scope) => ChangeContext) => {
  const settingsFor = cachedFor<ChangeSettings>(keptMs);
  const connect = (scope: Scope): ChangeContext => {
    const settingsRecord = createRecords(settingsRecords, scope);
    return {
      changes: createRecords(changeRecords, scope),
      models: createRecords(modelRecords, scope),
      templates: createRecords(templateRecords, scope),
      teams: createProjections(teamProjection, scope),
      jobs: createJobs(scope),
      settingsRecord,
      settings: () => settingsFor(scope.clock.now(), () => settingsRecord.get(settingsId)),
      now: () => scope.clock.now().toISOString(),
      linkKey: async () =>
        Buffer.from(await tableSecret(scope, "link", () => randomBytes(32).toString("base64")), "base64"),
      asHolder: (personId) => connect({ ...scope, actor: holder(personId) }),
    };
  };
  return connect;
};
