import { cachedFor } from "../../shared/dynamo/cached.ts";
import { createProjections, type Projections } from "../../shared/dynamo/projections.ts";
import { createRecords, type Records } from "../../shared/dynamo/records.ts";
import type { Scope } from "../../shared/dynamo/scope.ts";
import { type HeldRecord, heldRecords } from "../../shared/holdings/holdings.ts";
import type { TeamSnapshot } from "../organization/events.ts";
import { type AssignmentRules, assignmentRulesId, assignmentRulesRecords } from "./assignment-rules.ts";
import { type CannedReply, replyRecords } from "./canned-reply.ts";
import { candidateProjection, type KnownCandidate } from "./known-candidate.ts";
import { type ChangeTies, changeTiesProjection } from "./known-change-ties.ts";
import { type KnownError, knownErrorProjection } from "./known-error.ts";
import { type KnownProblem, problemProjection } from "./known-problem.ts";
import { type MajorSettings, majorSettingsId, majorSettingsRecords } from "./major-settings.ts";
import { type Template, templateRecords } from "./template.ts";

/** What incident management works with besides incidents and their clocks. */
export type Practice = {
  readonly majorSettingsRecord: Records<MajorSettings>;
  readonly templates: Records<Template>;
  readonly replies: Records<CannedReply>;
  /** Problem candidates that are proposed, by what their incidents have in common. */
  readonly candidates: Projections<KnownCandidate>;
  /** Known errors as they are published. */
  readonly knownErrors: Projections<KnownError>;
  /** What is known of problems that have told something to their incidents. */
  readonly problems: Projections<KnownProblem>;
  /** What changes are tied to. */
  readonly changeTies: Projections<ChangeTies>;
  /** As `settings`: seen within seconds. */
  readonly majorSettings: () => Promise<MajorSettings>;
  readonly assignmentRulesRecord: Records<AssignmentRules>;
  /** As `settings`: seen within seconds. */
  readonly assignmentRules: () => Promise<AssignmentRules>;
  /** What is known of the organization's teams, each a group of its own. */
  readonly teams: Projections<TeamSnapshot>;
  /** What is answered to who asks about people that leave. */
  readonly held: Records<HeldRecord>;
};

/** Each team is alone in a group of its own, so that it is read by one query. */
export const oneTeam = { order: "team" };

const teamProjection = {
  kind: "TEAM",
  memberships: ({ id }: TeamSnapshot) => [{ group: id, order: oneTeam.order }],
};

/** As for the desk's rules. */
const keptMs = 5000;

/** Builds it for each request, event or schedule of one container. */
export const createPractice = (): ((scope: Scope) => Practice) => {
  const majorSettingsFor = cachedFor<MajorSettings>(keptMs);
  const assignmentRulesFor = cachedFor<AssignmentRules>(keptMs);
  return (scope) => {
    const assignmentRulesRecord = createRecords(assignmentRulesRecords, scope);
    const majorSettingsRecord = createRecords(majorSettingsRecords, scope);
    const teams = createProjections(teamProjection, scope);
    return {
      assignmentRulesRecord,
      assignmentRules: () =>
        assignmentRulesFor(scope.clock.now(), () => assignmentRulesRecord.get(assignmentRulesId)),
      teams,
      held: createRecords(heldRecords, scope),
      candidates: createProjections(candidateProjection, scope),
      knownErrors: createProjections(knownErrorProjection, scope),
      problems: createProjections(problemProjection, scope),
      changeTies: createProjections(changeTiesProjection, scope),
      templates: createRecords(templateRecords, scope),
      replies: createRecords(replyRecords, scope),
      majorSettingsRecord,
      majorSettings: () =>
        majorSettingsFor(scope.clock.now(), () => majorSettingsRecord.get(majorSettingsId)),
    };
  };
};
