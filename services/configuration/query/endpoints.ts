import * as z from "zod";
import { pageOf, pageQuery } from "../../../shared/dynamo/page.ts";
import { endpoint } from "../../../shared/http/endpoint.ts";
import { HistoryItem } from "../../../shared/http/history-item.ts";
import type { ConfigurationContext } from "../table.ts";
import { answerTo, QueryAnswer } from "./answer.ts";
import { mustNameWhatIsThere } from "./check-names.ts";
import { CiQueryId, Most, QueryAsk } from "./ci-query.ts";
import { countIdOf } from "./query-count.ts";
import { queryPath } from "./table.ts";

const permission = "configuration:read_all" as const;
const params = z.object({ ciQueryId: CiQueryId });

const askCis = endpoint({
  id: "askCis",
  summary: "Which CIs of a class meet conditions and are, or are not, related so, several steps far",
  route: "POST /ci-query",
  permission,
  body: QueryAsk,
  reply: QueryAnswer,
  safe: true,
  refusals: [],
  handle: async ({ body: { most, ...query }, deadline }, context: ConfigurationContext) => {
    await mustNameWhatIsThere(query, context);
    return answerTo(query, { most, deadline }, context);
  },
});

const runCiQuery = endpoint({
  id: "runCiQuery",
  summary: "Ask a kept query; what the caller may not see is not among the answers",
  route: `POST /${queryPath}/{ciQueryId}/run`,
  permission,
  params,
  body: z.strictObject({ most: Most }),
  reply: QueryAnswer,
  safe: true,
  refusals: ["not_found"],
  handle: async ({ params: { ciQueryId }, body: { most }, deadline }, context: ConfigurationContext) =>
    answerTo(await context.queries.get(ciQueryId), { most, deadline }, context),
});

const listCiQueryCounts = endpoint({
  id: "listCiQueryCounts",
  summary: "How many answers a watched query had, each time that they were others than before, newest first",
  route: `GET /${queryPath}/{ciQueryId}/counts`,
  permission,
  params,
  query: z.strictObject(pageQuery),
  reply: pageOf(HistoryItem),
  refusals: ["not_found", "invalid_cursor"],
  handle: async ({ params: { ciQueryId }, query }, { queries, queryCounts }: ConfigurationContext) => {
    const { id } = await queries.get(ciQueryId);
    return queryCounts.history(countIdOf(id), { ...query, newestFirst: true });
  },
});

/** What is asked of the graph. */
export const queryEndpoints = [askCis, runCiQuery, listCiQueryCounts];
