import * as z from "zod";
import { pageOf, pageQuery } from "../../../shared/dynamo/page.ts";
import { endpoint } from "../../../shared/http/endpoint.ts";
import { HistoryItem } from "../../../shared/http/history-item.ts";
import { assessmentId } from "../assessment.ts";
import type { ConfigurationContext } from "../table.ts";
import { assessmentParams } from "./get-impact-assessment.ts";

export const listImpactAssessmentHistory = endpoint({
  id: "listImpactAssessmentHistory",
  summary: "How the impact was seen before, and who knew better",
  route: "GET /impact-assessments/{subjectId}/history",
  permission: "configuration:read_all",
  params: assessmentParams,
  query: z.strictObject(pageQuery),
  reply: pageOf(HistoryItem),
  refusals: ["not_found", "invalid_cursor"],
  handle: ({ params, query }, { assessments }: ConfigurationContext) =>
    assessments.history(assessmentId(params.subjectId), query),
});
