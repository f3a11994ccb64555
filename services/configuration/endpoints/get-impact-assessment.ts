import * as z from "zod";
import { endpoint } from "../../../shared/http/endpoint.ts";
import { Assessment, assessmentId, SubjectId } from "../assessment.ts";
import type { ConfigurationContext } from "../table.ts";

export const assessmentParams = z.object({ subjectId: SubjectId });

export const getImpactAssessment = endpoint({
  id: "getImpactAssessment",
  summary: "What depends on the CIs that an incident or change names, as last worked out",
  route: "GET /impact-assessments/{subjectId}",
  permission: "configuration:read_all",
  params: assessmentParams,
  reply: Assessment,
  refusals: ["not_found"],
  handle: ({ params }, { assessments }: ConfigurationContext) =>
    assessments.get(assessmentId(params.subjectId)),
});
