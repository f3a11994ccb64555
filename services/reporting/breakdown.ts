import * as z from "zod";
import { Refusal } from "../../shared/domain/refusal.ts";
import { absent, whole } from "../../shared/dynamo/measured.ts";
import type { Report } from "./report.ts";

type Level = NonNullable<Report["level"]>;
type Dimensioned = { readonly level: Level | undefined; readonly dimensions: readonly string[] };

/** The query parameters that narrow a report down: one per breakdown. */
export const filtersOf = ({ level, dimensions }: Dimensioned): Readonly<Record<string, z.ZodType>> => ({
  ...Object.fromEntries(
    dimensions.map((name) => [
      name,
      z.string().min(1).max(200).optional().describe(`Only of this ${name}; \`${absent}\`: only of none`),
    ]),
  ),
  ...(level ? { [level.name]: z.enum(level.values).optional().describe(`Only of this ${level.name}`) } : {}),
});

/** What a report is narrowed down to and broken down by, as its cells are found. */
export type Breakdown = {
  /** Whose cells are read: one that is filtered or grouped by, else all together. */
  readonly dimension: string;
  readonly value: string | undefined;
  readonly levels: readonly string[] | undefined;
};

/** Answers which cells are meant. Refuses with `invalid_input` two breakdowns that are not kept together. */
export const breakdownOf = (
  { level, dimensions }: Dimensioned,
  query: Readonly<Record<string, unknown>>,
  groupBy?: string,
): Breakdown => {
  const named = dimensions.filter((name) => query[name] !== undefined || name === groupBy);
  const [dimension = whole, second] = named;
  if (second !== undefined) {
    const message = `One of ${dimensions.join(", ")} at a time${level ? `, together with ${level.name}` : ""}`;
    throw new Refusal("invalid_input", undefined, [{ path: `query.${second}`, message }]);
  }
  const value = query[dimension];
  const wanted = level ? query[level.name] : undefined;
  return {
    dimension,
    value: value === undefined ? undefined : String(value),
    levels: wanted === undefined ? level?.values : [String(wanted)],
  };
};
