import { occurred } from "../../../shared/dynamo/record.ts";
import { keptLifecycle, type Tell } from "../../../shared/kept/kept.ts";
import { keptEndpoints } from "../../../shared/kept/kept-endpoints.ts";
import { CiQueryChanged, queryEvents } from "../events-query.ts";
import type { ConfigurationContext } from "../table.ts";
import { mustNameWhatIsThere } from "./check-names.ts";
import { CiQuery, CiQueryFields, CiQueryId } from "./ci-query.ts";
import { countQueries } from "./count-queries.ts";
import { queryEndpoints } from "./endpoints.ts";
import { queryPath } from "./table.ts";

const tellOfQuery: Tell<CiQuery> = (after, changes) => {
  const { id, name, classId, isWatched, state } = after;
  const query = { id, name, classId, isWatched, retired: state === "retired" };
  return occurred(CiQueryChanged, { query }, changes);
};

/** What the service declares about questions to the graph. */
export const querying = {
  lifecycles: { ciQuery: keptLifecycle },
  events: queryEvents,
  endpoints: [
    ...queryEndpoints,
    ...keptEndpoints<ConfigurationContext, CiQuery, typeof CiQueryFields>({
      read: "configuration:read_all",
      write: "configuration:write",
      history: "configuration:read_all",
      mayWrite: () => true,
      noun: ["CiQuery", "CiQueries"],
      title: "a query of configuration items",
      summaries: {
        create:
          "Keep a question to the graph, to be asked again and, where it is watched, counted every hour",
        replace: "Ask something else by it",
        retire: "Not offered any more, and not counted",
      },
      path: queryPath,
      id: ["ciQueryId", CiQueryId],
      fields: CiQueryFields,
      reply: CiQuery,
      listed: CiQuery.omit({ description: true, where: true, steps: true }).meta({ id: "ListedCiQuery" }),
      tell: tellOfQuery,
      records: ({ queries }) => queries,
      check: mustNameWhatIsThere,
    }),
  ],
  schedules: [countQueries],
} as const;
