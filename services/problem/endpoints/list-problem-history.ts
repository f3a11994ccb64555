import * as z from "zod";
import { pageOf, pageQuery } from "../../../shared/dynamo/page.ts";
import { endpoint } from "../../../shared/http/endpoint.ts";
import { HistoryItem } from "../../../shared/http/history-item.ts";
import { problemParams } from "../command-endpoint.ts";
import type { ProblemContext } from "../table.ts";

export const listProblemHistory = endpoint({
  id: "listProblemHistory",
  summary: "Everything that happened to a problem, notes included",
  route: "GET /problems/{problemId}/history",
  permission: "problem:read",
  params: problemParams,
  query: z.strictObject({ ...pageQuery, order: z.enum(["oldest", "newest"]).default("oldest") }),
  reply: pageOf(HistoryItem),
  refusals: ["not_found", "invalid_cursor"],
  handle: ({ params, query }, { problems }: ProblemContext) =>
    problems.history(params.problemId, { ...query, newestFirst: query.order === "newest" }),
});
