import type { Ci } from "./ci.ts";

/** The numbers under which a CI is named: its own, and those of the records that were merged into it. */
export const idsOf = ({ id, mergedIds = [] }: Pick<Ci, "id" | "mergedIds">): readonly string[] => [
  id,
  ...mergedIds,
];
