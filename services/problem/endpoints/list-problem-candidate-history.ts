import * as z from "zod";
import { pageOf, pageQuery } from "../../../shared/dynamo/page.ts";
import { endpoint } from "../../../shared/http/endpoint.ts";
import { HistoryItem } from "../../../shared/http/history-item.ts";
import { CandidateId } from "../candidate.ts";
import type { ProblemContext } from "../table.ts";

export const listProblemCandidateHistory = endpoint({
  id: "listProblemCandidateHistory",
  summary: "How a candidate came about and what became of it",
  route: "GET /problem-candidates/{candidateId}/history",
  permission: "problem:read",
  params: z.object({ candidateId: CandidateId }),
  query: z.strictObject(pageQuery),
  reply: pageOf(HistoryItem),
  refusals: ["not_found", "invalid_cursor"],
  handle: ({ params, query }, { candidates }: ProblemContext) =>
    candidates.history(params.candidateId, query),
});
