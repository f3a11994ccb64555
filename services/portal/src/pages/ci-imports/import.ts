import type { Schemas } from "../../../../../docs/generated/api.ts";

export type Import = Schemas["CiImport"];
export type ImportedRow = Schemas["ImportedRow"];
export type Run = "check" | "import" | "undo";
export type Counts = Readonly<Record<string, number>>;

/** Outcomes that somebody should look at. */
const trouble: readonly string[] = ["waiting", "conflict", "repeated", "invalid"];

/** The clock works on it now. */
export const isWorking = ({ state }: Pick<Import, "state">): boolean =>
  state === "checking" || state === "running" || state === "undoing";

/** What was worked out so far, the newest last. */
export const runsOf = ({ checked, counts, undone }: Import): readonly Run[] => [
  ...(checked === undefined ? [] : (["check"] as const)),
  ...(counts === undefined ? [] : (["import"] as const)),
  ...(undone === undefined ? [] : (["undo"] as const)),
];

export const countsOf = ({ checked, counts, undone }: Import, run: Run): Counts =>
  ({ check: checked, import: counts, undo: undone })[run] ?? {};

/** How many rows somebody has to look at. */
export const troubleOf = (counts: Counts): number =>
  trouble.reduce((sum, outcome) => sum + (counts[outcome] ?? 0), 0);

/** What has to be looked at comes first. */
export const inOrder = (counts: Counts): readonly (readonly [string, number])[] =>
  Object.entries(counts).toSorted(
    ([one], [other]) => Number(trouble.includes(other)) - Number(trouble.includes(one)),
  );
