import { absent } from "../../../shared/dynamo/measured.ts";

/** Priorities in the order of lists, most urgent first. */
export const priorities = ["1", "2", "3", "4", "5"] as const;
/** The values by which records are broken down; those that a record has none of are counted under `-`. */
export const dimensionsOf = <D extends string>(
  values: Readonly<Record<D, string | undefined>>,
): Readonly<Record<D, string>> =>
  Object.fromEntries(
    Object.entries<string | undefined>(values).map(([name, value]) => [name, value ?? absent]),
  ) as Readonly<Record<D, string>>;
