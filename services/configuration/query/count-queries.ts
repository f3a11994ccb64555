import type { Schedule } from "../../../shared/service.ts";
import type { ConfigurationContext } from "../table.ts";
import { limits } from "./ci-query.ts";
import { findCis } from "./find-cis.ts";
import { countIdOf, keepCount } from "./query-count.ts";
import { watched } from "./table.ts";

const job = "count-queries";

/** Less than this is left of a run: another query is for the next one. */
const reserveMs = 5000;

const countOne = async (id: string, deadline: number, context: ConfigurationContext): Promise<void> => {
  const { queries, queryCounts, allCis, now } = context;
  const query = await queries.get(id);
  const finding = {
    most: limits.most,
    isOver: () => performance.now() > deadline - reserveMs,
    cis: allCis,
    // A number is read by all who read CIs: what only some may see does not count.
    mayTell: ({ restricted }: { readonly restricted: boolean }) => !restricted,
  };
  const { cis, truncated } = await findCis(query, finding, context);
  // Time that was over says nothing of the CMDB: the next round counts it.
  if (truncated?.reason === "time") return;
  const found = { count: cis.length, isTruncated: truncated !== undefined };
  await queryCounts.update(countIdOf(id), undefined, (before) => keepCount(before, query, found, now()));
};

export const countQueries: Schedule<ConfigurationContext> = {
  id: "count-queries",
  summary: "Counts the answers of watched queries, and tells where they are more or fewer than before.",
  every: "rate(1 hour)",
  handle: async ({ deadline }, context) => {
    const { jobs, queries } = context;
    const begun = await jobs.begin(job);
    const last = begun.reached?.partition;
    for await (const ids of queries.ids({ ...watched, ...(last === undefined ? {} : { from: `${last}~` }) }))
      for (const id of ids) {
        if (performance.now() > deadline - 2 * reserveMs) return;
        await countOne(id, deadline, context);
        await jobs.keep(job, { since: begun.since, reached: { partition: id } });
      }
    await jobs.end(job, begun);
  },
};
