import * as z from "zod";
import { endpoint } from "../../../shared/http/endpoint.ts";
import { Assessment, AssessmentId } from "../assessment.ts";
import type { ConfigurationContext } from "../table.ts";

export const assessmentParams = z.object({ assessmentId: AssessmentId });

export const getImpactAssessment = endpoint({
  id: "getImpactAssessment",
  summary: "What depends on the CIs that an incident or change names, as last worked out",
  route: "GET /impact-assessments/{assessmentId}",
  permission: "configuration:read_all",
  params: assessmentParams,
  reply: Assessment,
  refusals: ["not_found"],
  handle: ({ params }, { assessments }: ConfigurationContext) => assessments.get(params.assessmentId),
});
