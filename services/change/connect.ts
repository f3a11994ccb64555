import { randomBytes } from "node:crypto";
import { granted, serviceActor } from "../../shared/access/actor.ts";
import { absenceProjection } from "../../shared/approvals/absences.ts";
import { Refusal } from "../../shared/domain/refusal.ts";
import { cachedFor } from "../../shared/dynamo/cached.ts";
import { createFactItems } from "../../shared/dynamo/fact-items.ts";
import { createJobs } from "../../shared/dynamo/jobs.ts";
import { partOf } from "../../shared/dynamo/part-of.ts";
import { createProjections } from "../../shared/dynamo/projections.ts";
import { createRecords, type Records } from "../../shared/dynamo/records.ts";
import type { Scope } from "../../shared/dynamo/scope.ts";
import { tableSecret } from "../../shared/dynamo/table-secret.ts";
import { errandRecords } from "../../shared/errands/errand.ts";
import { heldRecords } from "../../shared/holdings/holdings.ts";
import { type Kept, keptList } from "../../shared/kept/kept.ts";
import { withClocks } from "../../shared/targets/clocked-records.ts";
import type { Terms } from "../../shared/targets/clocks.ts";
import { createTermsReader, termsProjection } from "../../shared/targets/known-terms.ts";
import type { TeamSnapshot } from "../organization/events.ts";
import { changeGrants } from "./access.ts";
import type { ChangeWindow } from "./change-window.ts";
import type { ChangeContext } from "./context.ts";
import type { Freeze } from "./freeze.ts";
import { ciProjection } from "./known-ci.ts";
import { everyTeam } from "./people.ts";
import type { PermitKey } from "./permit.ts";
import { type RiskSettings, riskSettingsId } from "./risk-settings.ts";
import { changeClocks } from "./service-levels.ts";
import { type ChangeSettings, settingsId } from "./settings.ts";
import {
  changeRecords,
  delegationRecords,
  findingRecords,
  meetingRecords,
  riskSettingsRecords,
  settingsRecords,
  templateRecords,
} from "./table.ts";
import {
  boardRecords,
  feedRecords,
  freezeRecords,
  modelRecords,
  paths,
  windowRecords,
} from "./table-kept.ts";

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

/** What is not there is nothing, here. */
const unlessRefused = (error: unknown): undefined => {
  if (!(error instanceof Refusal)) throw error;
};

/** Short enough that an administrator sees a changed rule work at once, long enough to spare nearly every read. */
const keptMs = 5000;

/** All that are in force: there are some hundred at most. */
const readActive = async <R extends Kept>(records: Records<R>, path: string): Promise<readonly R[]> => {
  const ids: string[] = [];
  for await (const page of records.ids(keptList(path, "active"))) ids.push(...page);
  return records.some(ids);
};

/** Who opens a signed link is who it was made for, with what everybody may do and no more. */
const holder = (id: string) => ({
  id,
  roles: ["employee"],
  teams: [],
  permissions: granted(changeGrants, ["employee"]),
});

/** Builds what the handlers work with, for each request, event or schedule of one container. */
export const createConnect = (permitKey: PermitKey): ((scope: Scope) => ChangeContext) => {
  const settingsFor = cachedFor<ChangeSettings>(keptMs);
  const riskSettingsFor = cachedFor<RiskSettings>(keptMs);
  const freezesFor = cachedFor<readonly Freeze[]>(keptMs);
  const termsFor = cachedFor<Terms>(keptMs);
  const readTerms = createTermsReader();
  const windowsFor = cachedFor<readonly ChangeWindow[]>(keptMs);
  const connect = (scope: Scope): ChangeContext => {
    const riskSettingsRecord = createRecords(riskSettingsRecords, scope);
    const settingsRecord = createRecords(settingsRecords, scope);
    const service = { ...scope, actor: serviceActor("change") };
    const now = scope.clock.now();
    const knownTerms = createProjections(termsProjection("change"), scope);
    const terms = () => termsFor(now, () => readTerms(knownTerms));
    const keeper = async () => changeClocks(await terms(), now);
    return {
      changes: withClocks(createRecords(changeRecords, scope), keeper),
      knownTerms,
      terms,
      models: createRecords(modelRecords, scope),
      templates: createRecords(templateRecords, scope),
      teams: createProjections(teamProjection, scope),
      boards: createRecords(boardRecords, scope),
      boardNow: (id) => createRecords(boardRecords, service).get(id).catch(unlessRefused),
      meetings: createRecords(meetingRecords, scope),
      feeds: createRecords(feedRecords, scope),
      findings: createRecords(findingRecords, scope),
      delegations: createRecords(delegationRecords, scope),
      absences: createProjections(absenceProjection, scope),
      cis: createProjections(ciProjection, scope),
      freezeRecords: createRecords(freezeRecords, scope),
      windowRecords: createRecords(windowRecords, scope),
      freezes: () => freezesFor(now, () => readActive(createRecords(freezeRecords, service), paths.freeze)),
      windows: () => windowsFor(now, () => readActive(createRecords(windowRecords, service), paths.window)),
      ends: createFactItems("END", scope),
      riskSettingsRecord,
      riskSettings: () => riskSettingsFor(now, () => riskSettingsRecord.get(riskSettingsId)),
      stays: createFactItems("STAY", scope),
      relations: createFactItems("RELATION", scope),
      part: (name) => connect(partOf(scope, name)),
      errands: createRecords(errandRecords, scope),
      jobs: createJobs(scope),
      held: createRecords(heldRecords, scope),
      settingsRecord,
      settings: () => settingsFor(scope.clock.now(), () => settingsRecord.get(settingsId)),
      now: () => scope.clock.now().toISOString(),
      permitKey,
      linkKey: async () =>
        Buffer.from(await tableSecret(scope, "link", () => randomBytes(32).toString("base64")), "base64"),
      asService: () => connect(service),
      asHolder: (personId) => connect({ ...scope, actor: holder(personId) }),
    };
  };
  return connect;
};
