import * as z from "zod";
import { type Actor, may } from "../../shared/access/actor.ts";
import { recordFields } from "../../shared/domain/record-fields.ts";
import type { RecordBase, RecordType } from "../../shared/dynamo/record.ts";
import { CiId, PersonId } from "./ci.ts";
import { ImpactSubject, ImpactSummary } from "./events-impact.ts";

/** The number of the record that named the CIs, by which people ask for its one assessment. */
export const SubjectId = z.string().regex(/^(INC|CHG)\d{7,12}$/, "Number of an incident or a change");

/** The assessment's own id: no two kinds of records have the same. */
export const assessmentId = (subjectId: string): string => `impact.${subjectId}`;
const subjectOf = (id: string): string => id.replace(/^impact\./, "");

/** What somebody knows better than the graph (iTop's impact code `not_impacted`). */
export const Mark = z.object({
  ciId: CiId,
  by: PersonId,
  at: z.iso.datetime(),
  reason: z.string().optional(),
});

/** What depends on the CIs that a record names, as it was last worked out. */
export const Assessment = z
  .object({
    id: z.string(),
    ...recordFields,
    subject: ImpactSubject,
    restricted: z.boolean().describe("The record is: its team sees the assessment"),
    teamId: z.string().optional(),
    marks: z.array(Mark).describe("CIs that people said are not impacted"),
    result: ImpactSummary,
  })
  .meta({ id: "ImpactAssessment" });
export type Assessment = z.infer<typeof Assessment> & RecordBase;

const initial = (id: string): Assessment => ({
  id,
  version: 0,
  createdAt: "2026-01-01T00:00:00.000Z",
  updatedAt: "2026-01-01T00:00:00.000Z",
  subject: { kind: subjectOf(id).startsWith("INC") ? "incident" : "change", id: subjectOf(id), sequence: 0 },
  restricted: false,
  marks: [],
  result: {
    ciIds: [],
    services: [],
    serviceCount: 0,
    impactedCount: 0,
    countsByClass: {},
    paths: [],
    assessedAt: "2026-01-01T00:00:00.000Z",
  },
});

const isService = (actor: Actor): boolean => actor.permissions.has("*");

/** One that nobody asked for is not there; that of a restricted record is for its team. */
const viewAssessment = (actor: Actor, assessment: Assessment): Assessment | undefined => {
  if (isService(actor)) return assessment;
  const { version, restricted, teamId } = assessment;
  if (version === 0 || !may(actor, "configuration:read_all")) return undefined;
  return restricted && (teamId === undefined || !actor.teams.includes(teamId)) ? undefined : assessment;
};

export const assessmentRecords: RecordType<Assessment> = {
  prefix: "ASSESSMENT",
  initial,
  indexes: () => ({}),
  long: ["result", "marks"],
  view: viewAssessment,
  viewEntry: (_actor, _record, { data: _snapshot, ...entry }) => ({ ...entry, data: {} }),
};
