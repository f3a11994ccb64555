import { may } from "../../../shared/access/actor.ts";
import type { RecordType } from "../../../shared/dynamo/record.ts";
import { withoutSnapshot } from "../../../shared/dynamo/without-snapshot.ts";
import { keptIndexes } from "../../../shared/kept/kept.ts";
import { viewBaseline } from "../access.ts";
import type { CiQuery } from "./ci-query.ts";
import { type QueryCount, uncounted } from "./query-count.ts";

/** Where queries are in the API, and by that in lists. */
export const queryPath = "ci-queries";

/** Where queries are listed that are counted by the clock. */
export const watched = { index: "keptByState", partition: "ci-queries-watched" } as const;

export const queryRecords: RecordType<CiQuery> = {
  prefix: "CIQ",
  indexes: keptIndexes(queryPath),
  edges: ({ id, state, isWatched }) =>
    isWatched && state === "active" ? [{ index: watched.index, target: watched.partition, order: id }] : [],
  long: ["description", "where", "steps"],
  view: viewBaseline,
  viewEntry: withoutSnapshot("query"),
};

export const countRecords: RecordType<QueryCount> = {
  prefix: "CIQCOUNT",
  initial: uncounted,
  indexes: () => ({}),
  long: [],
  view: (actor, count) => (may(actor, "configuration:read_all") ? count : undefined),
  viewEntry: (_actor, _record, entry) => entry,
};
