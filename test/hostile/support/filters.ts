import type { Name } from "../../bed/people.ts";
import type { Planted } from "./planted.ts";

export type Texts = Readonly<Record<string, string>>;
/** Every filter there is, with the values that lead to the incidents of the matrix. */
export const filtersFor = (who: Name, planted: readonly Planted[]): readonly Texts[] => [
  ...[{}, { state: "new" }, { unassigned: "true" }, { breaching: "true" }, { priority: "5" }],
  ...[...new Set<string>(["eve", "emil", "ann", who])].map((callerId) => ({ callerId })),
  ...[...new Set<string>(["emil", "nora", who])].map((watcherId) => ({ watcherId })),
  ...[{ assigneeId: "nora" }, { teamId: "desk" }, { teamId: "network" }],
  ...[{ taskAssigneeId: "nora" }, { vip: "true" }],
  ...planted.map(({ words }) => ({ ciId: words })),
  ...planted.map(({ inner = "none" }) => ({ recordId: inner })),
];
