import { randomBytes } from "node:crypto";
import { serviceActor } from "../../shared/access/actor.ts";
import { absenceProjection } from "../../shared/approvals/absences.ts";
import type { FileKeeping } from "../../shared/attachments/file-store.ts";
import { createBulk } from "../../shared/dynamo/bulk.ts";
import { cachedFor } from "../../shared/dynamo/cached.ts";
import { createFactItems } from "../../shared/dynamo/fact-items.ts";
import { createFileChecks } from "../../shared/dynamo/file-checks.ts";
import { createJobs } from "../../shared/dynamo/jobs.ts";
import { partOf } from "../../shared/dynamo/part-of.ts";
import { createProjections } from "../../shared/dynamo/projections.ts";
import { createRecords } from "../../shared/dynamo/records.ts";
import type { Scope } from "../../shared/dynamo/scope.ts";
import { tableSecret } from "../../shared/dynamo/table-secret.ts";
import { writeTogether } from "../../shared/dynamo/together.ts";
import { heldRecords } from "../../shared/holdings/holdings.ts";
import { withClocks } from "../../shared/targets/clocked-records.ts";
import type { Terms } from "../../shared/targets/clocks.ts";
import { createTermsReader, termsProjection } from "../../shared/targets/known-terms.ts";
import type { TeamSnapshot } from "../organization/events.ts";
import { asEmployee } from "./access.ts";
import type { RequestContext } from "./context.ts";
import { knownProjection } from "./known.ts";
import { belongingOf, everyTeam } from "./people.ts";
import { itemClocks } from "./service-levels.ts";
import { type RequestSettings, settingsId } from "./settings.ts";
import {
  catalogRecords,
  categoryRecords,
  draftRecords,
  itemRecords,
  requestRecords,
  scheduleRecords,
  settingsRecords,
  signalRecords,
  standingRecords,
  surveyRecords,
} from "./table.ts";

const teamProjection = {
  kind: "TEAM",
  memberships: ({ active }: TeamSnapshot) => (active ? [{ group: everyTeam, order: "team" }] : []),
};

/** As in every service: a changed rule works within seconds, and nearly no request reads it. */
const keptMs = 5000;

/** Builds what the handlers work with, for each request, event or schedule of one container. */
export const createConnect = (kept: FileKeeping): ((scope: Scope) => RequestContext) => {
  const settingsFor = cachedFor<RequestSettings>(keptMs);
  const teamsFor = cachedFor<readonly TeamSnapshot[]>(keptMs);
  const termsFor = cachedFor<Terms>(keptMs);
  const readTerms = createTermsReader();
  const connect = (scope: Scope): RequestContext => {
    const now = scope.clock.now();
    const settingsRecord = createRecords(settingsRecords, scope);
    const knownTeams = createProjections(teamProjection, scope);
    const knownTerms = createProjections(termsProjection("request"), scope);
    const teams = () =>
      teamsFor(now, async () => (await knownTeams.all(everyTeam)).map(({ value }) => value));
    const terms = () => termsFor(now, () => readTerms(knownTerms));
    const clocks = async () => itemClocks(await terms(), now);
    return {
      ...kept,
      fileChecks: createFileChecks(scope),
      actor: scope.actor,
      categories: createRecords(categoryRecords, scope),
      catalog: createRecords(catalogRecords, scope),
      wholeCatalog: createRecords(catalogRecords, { ...scope, actor: serviceActor("request") }),
      drafts: createRecords(draftRecords, scope),
      requests: createRecords(requestRecords, scope),
      items: withClocks(createRecords(itemRecords, scope), clocks),
      standings: createRecords(standingRecords, scope),
      surveys: createRecords(surveyRecords, scope),
      schedules: createRecords(scheduleRecords, scope),
      signals: createRecords(signalRecords, scope),
      held: createRecords(heldRecords, scope),
      scores: createFactItems("SCORE", scope),
      stored: {
        drafts: createBulk(draftRecords, scope),
        requests: createBulk(requestRecords, scope),
        items: createBulk(itemRecords, scope),
        standings: createBulk(standingRecords, scope),
        schedules: createBulk(scheduleRecords, scope),
      },
      together: (what) => writeTogether(scope, what),
      clocks,
      teams,
      offersTo: async (personId = scope.actor.id) => {
        const { teamIds } = belongingOf(personId, scope.actor, await teams());
        const whose = personId === scope.actor.id ? scope.actor : asEmployee(personId);
        return createRecords(catalogRecords, { ...scope, actor: { ...whose, teams: teamIds } });
      },
      knownTeams,
      known: createProjections(knownProjection, scope),
      absences: createProjections(absenceProjection, scope),
      knownTerms,
      terms,
      jobs: createJobs(scope),
      settingsRecord,
      settings: () => settingsFor(now, () => settingsRecord.get(settingsId)),
      callKey: () => tableSecret(scope, "calls", () => randomBytes(32).toString("base64url")),
      now: () => scope.clock.now().toISOString(),
      part: (name) => connect(partOf(scope, name)),
      asPerson: (personId, isAgent) =>
        connect({ ...scope, actor: asEmployee(personId, isAgent ? ["agent"] : []) }),
    };
  };
  return connect;
};
