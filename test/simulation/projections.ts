import { ciProjection as assetCis } from "../../services/asset/known-ci.ts";
import { ciProjection as changeCis } from "../../services/change/known-ci.ts";
import { articleProjection } from "../../services/configuration/known-article.ts";
import { assetProjection } from "../../services/configuration/known-asset.ts";
import { changeProjection as configurationChanges } from "../../services/configuration/known-change.ts";
import { incidentProjection as configurationIncidents } from "../../services/configuration/known-incident.ts";
import { problemProjection as configurationProblems } from "../../services/configuration/known-problem.ts";
import { candidateProjection } from "../../services/incident/known-candidate.ts";
import { changeTiesProjection } from "../../services/incident/known-change-ties.ts";
import { knownErrorProjection as incidentErrors } from "../../services/incident/known-error.ts";
import { problemProjection } from "../../services/incident/known-problem.ts";
import { openingProjection } from "../../services/knowledge/reading.ts";
import { knownErrorProjection as knowledgeErrors } from "../../services/knowledge/search/known-error.ts";
import { resolutionProjection, ticketProjection } from "../../services/knowledge/search/ticket.ts";
import { changeProjection as monitoringChanges } from "../../services/monitoring/known-change.ts";
import { ciProjection as monitoringCis } from "../../services/monitoring/known-ci.ts";
import { changeProjection as problemChanges } from "../../services/problem/change-projection.ts";
import { incidentProjection as problemIncidents } from "../../services/problem/incident-projection.ts";
import { synonymsProjection } from "../../services/problem/known-synonyms.ts";
import { relationProjection } from "../../services/problem/relation-projection.ts";
import { knownProjection } from "../../services/request/known.ts";
import { absenceProjection } from "../../shared/approvals/absences.ts";
import type { ProjectionType } from "../../shared/dynamo/projections.ts";
import { termsProjection } from "../../shared/targets/known-terms.ts";

/** A projection whatever it is of; without memberships where those are its service's own affair. */
export type Projected = Pick<ProjectionType<unknown>, "kind"> &
  Partial<Pick<ProjectionType<unknown>, "memberships" | "listed">>;

const of = <T>(type: ProjectionType<T>): Projected => type as unknown as Projected;
const teams: Projected = { kind: "TEAM" };

/**
 * What services keep of others' records, by the name that their handlers know it by. Left out is what is not kept
 * of every event (the texts of incidents in problem management).
 */
export const projections: Readonly<Record<string, Readonly<Record<string, Projected>>>> = {
  asset: { cis: of(assetCis) },
  change: {
    absences: of(absenceProjection),
    cis: of(changeCis),
    knownTerms: of(termsProjection("change")),
    teams,
  },
  configuration: {
    articles: of(articleProjection),
    assets: of(assetProjection),
    changes: of(configurationChanges),
    incidents: of(configurationIncidents),
    problems: of(configurationProblems),
  },
  incident: {
    candidates: of(candidateProjection),
    changeTies: of(changeTiesProjection),
    knownErrors: of(incidentErrors),
    knownTerms: of(termsProjection("incident")),
    problems: of(problemProjection),
    teams,
  },
  knowledge: {
    knownErrors: of(knowledgeErrors),
    openings: of(openingProjection),
    resolutions: of(resolutionProjection),
    tickets: of(ticketProjection),
  },
  monitoring: { changes: of(monitoringChanges), cis: of(monitoringCis) },
  problem: {
    changes: of(problemChanges),
    incidents: of(problemIncidents),
    knownSynonyms: of(synonymsProjection),
    knownTerms: of(termsProjection("problem")),
    relations: of(relationProjection),
  },
  request: {
    absences: of(absenceProjection),
    known: of(knownProjection),
    knownTeams: teams,
    knownTerms: of(termsProjection("request")),
  },
};
