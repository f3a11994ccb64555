import * as z from "zod";
import type { PlannedCi } from "./decisions/plan-cis.ts";
import { AttributeValue } from "./events.ts";
import { RowOutcome } from "./row-outcome.ts";

const Shown = AttributeValue.optional();

/** What became of a row, or in a dry run: what would become of it. */
export const RowResult = z
  .object({
    id: z.string().describe("The row: number of its chunk and, behind a dot, its number in it"),
    kind: z.enum(["ci", "relation"]),
    outcome: RowOutcome,
    key: z.string().optional().describe("What the source calls it"),
    name: z.string().optional(),
    classId: z.string().optional(),
    ciId: z.string().optional(),
    relationId: z.string().optional(),
    version: z.number().int().optional().describe("Of the record, after it was written"),
    versionBefore: z.number().int().optional().describe("0 where there was none"),
    changes: z
      .array(z.object({ attribute: z.string(), from: Shown, to: Shown }))
      .optional()
      .describe("Long values are shortened; of restricted CIs there are names only"),
    kept: z
      .array(z.object({ attribute: z.string(), is: Shown, said: Shown, origin: z.string() }))
      .optional()
      .describe("Where another source has the last word"),
    ignored: z.array(z.string()).optional().describe("What the class has no attribute for"),
    more: z
      .number()
      .int()
      .optional()
      .describe("Changes, kept values, ignored names and faults beyond the first dozen of each, not shown"),
    reason: z.string().optional(),
    faults: z.array(z.object({ attribute: z.string(), message: z.string() })).optional(),
    ciIds: z.array(z.string()).optional().describe("CIs that may be one"),
    waitsFor: z.string().optional().describe("What the source calls the CI that it has not told of yet"),
    waited: z
      .object({
        importId: z.string(),
        row: z.string(),
        from: z.string(),
        type: z.string(),
        to: z.string(),
        weight: z.number().optional(),
        group: z.string().optional(),
        at: z.string().optional(),
      })
      .optional()
      .describe("The row of an earlier import that told of this relation before its CIs were known"),
  })
  .meta({ id: "ImportedRow" });
export type RowResult = z.infer<typeof RowResult>;

/** Values are shown as far as they tell them apart. */
const longest = 120;
const short = (value: z.infer<typeof Shown>): z.infer<typeof Shown> => {
  const text = Array.isArray(value) ? value.join("; ") : value;
  return typeof text === "string" && text.length > longest
    ? `${text.slice(0, longest)}…`.toWellFormed()
    : value;
};

/** So many of each list: a hundred rows with all they say have to fit one item. */
const most = 12;
const few = <T>(all: readonly T[] | undefined): T[] | undefined =>
  all && all.length > 0 ? all.slice(0, most) : undefined;

/** How many of them `few` leaves out. */
const leftOut = (...lists: readonly (readonly unknown[] | undefined)[]): number | undefined =>
  lists.reduce((sum, all) => sum + Math.max(0, (all?.length ?? 0) - most), 0) || undefined;

/** A planned row as people read it. */
export const resultOf = ({
  row,
  verdict,
  ciId,
  said,
  before,
  isRestricted,
  ...rest
}: PlannedCi): RowResult => {
  const shown = (value: z.infer<typeof Shown>) => (isRestricted ? undefined : short(value));
  const isNew = before === undefined;
  const versionBefore = verdict && verdict.decision.length > 0 ? (before?.version ?? 0) : undefined;
  const version = versionBefore === undefined ? undefined : versionBefore + (verdict?.decision.length ?? 0);
  return {
    id: row,
    kind: "ci",
    outcome: rest.outcome,
    key: rest.key,
    name: isRestricted ? undefined : said && String(said.values.name ?? said.key).slice(0, longest),
    classId: said?.class.id,
    ciId,
    version,
    versionBefore,
    changes: few(
      isNew
        ? undefined
        : verdict?.changes.map(({ attribute, from, to }) => ({
            attribute,
            from: shown(from),
            to: shown(to),
          })),
    ),
    kept: few(
      verdict?.kept.map(({ is, said: other, ...each }) => ({ ...each, is: shown(is), said: shown(other) })),
    ),
    ignored: few(said?.ignored),
    more: leftOut(isNew ? undefined : verdict?.changes, verdict?.kept, said?.ignored, rest.faults),
    reason: rest.reason ?? verdict?.reason,
    faults: few(rest.faults),
    ciIds: few(rest.ciIds),
  };
};
