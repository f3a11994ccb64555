import { type Decision, occurred, type RecordBase } from "../../../shared/dynamo/record.ts";
import { CiQueryCountChanged } from "../events-query.ts";
import type { CiQuery } from "./ci-query.ts";

/** How many answers a watched query had when they were last counted; its history says how that came about. */
export type QueryCount = RecordBase & {
  readonly count?: number | undefined;
  readonly isTruncated?: boolean | undefined;
  /** Version of the query that was counted. */
  readonly ofVersion?: number | undefined;
};

export const countIdOf = (queryId: string): string => `count.${queryId}`;

const builtAt = "2026-01-01T00:00:00.000Z";
/** It has not been counted yet. */
export const uncounted = (id: string): QueryCount | undefined =>
  id.startsWith("count.CIQ") ? { id, version: 0, createdAt: builtAt, updatedAt: builtAt } : undefined;

/** A count that is another one than before is told of; the same one is no news. */
export const keepCount = (
  { count: before, isTruncated: wasTruncated }: QueryCount,
  { id, name, version }: Pick<CiQuery, "id" | "name" | "version">,
  { count, isTruncated }: { readonly count: number; readonly isTruncated: boolean },
  countedAt: string,
): Decision<QueryCount> => {
  if (count === before && isTruncated === wasTruncated) return [];
  const told = { query: { id, name, version }, count, before, isTruncated, countedAt };
  return [occurred(CiQueryCountChanged, told, { count, isTruncated, ofVersion: version })];
};
