import type { Ci } from "../ci.ts";
import type { Dependents } from "../decisions/ci.ts";
import type { ClassReader } from "../decisions/class-reader.ts";
import { isCiNumber, type PlacedRow, type PlannedCi, planCis, readRow } from "../decisions/plan-cis.ts";
import { dependentsOf } from "../dependents.ts";
import type { CiRow, Unread } from "../import-row.ts";
import type { Rules } from "../reconciliation-rules.ts";
import type { ConfigurationContext } from "../table.ts";
import type { ClassReaders } from "./class-readers.ts";
import type { Survey } from "./rows-of.ts";

/** What one run of an import knows from the start. */
export type Run = Pick<Survey, "repeats" | "isImported"> & {
  readonly importId: string;
  readonly sourceId: string;
  readonly rules: Rules;
  readonly classes: ClassReaders;
  readonly isDry: boolean;
};

const none: Dependents = { count: 0, ids: [] };

const classesOf = (cis: ReadonlyMap<string, Ci>): readonly string[] =>
  [...cis.values()].map(({ classId }) => classId);

/** Plans a page of rows on what is there now. `idFor` gives a new CI its number. */
export const planPage = async (
  rows: readonly PlacedRow<CiRow | Unread>[],
  run: Run,
  context: ConfigurationContext,
  numbersFor: (rows: readonly string[]) => Promise<ReadonlyMap<string, string>>,
): Promise<readonly PlannedCi[]> => {
  const { allCis, bulkCis, now } = context;
  const named = rows.flatMap(({ content }) => (content.kind === "ci" ? [content.className] : []));
  let classOf: (classId: string) => ClassReader | undefined = await run.classes.load(named);
  const read = rows.map((row) => readRow(row, run.sourceId, classOf));
  const claims = read.flatMap((each) => ("claims" in each ? each.claims : []));
  const holders = await allCis.holders([...new Set(claims)]);
  const numbers = read.flatMap(({ key }) => (key !== undefined && isCiNumber(key) ? [key] : []));
  const cis = await bulkCis.read([...holders.values(), ...numbers]);
  classOf = await run.classes.load(classesOf(cis));
  const gone = read.flatMap((each) =>
    "said" in each && each.said.isGone ? (holders.get(each.claims[0] ?? "") ?? []) : [],
  );
  const dependents = new Map<string, Dependents>();
  for (const ciId of gone) dependents.set(ciId, await dependentsOf(ciId, context));
  const fresh = read.filter(
    (each) =>
      "claims" in each && !each.claims.some((claim) => holders.has(claim)) && !isCiNumber(each.key ?? ""),
  );
  const ids = await numbersFor(fresh.map(({ row }) => row));
  return planCis(read, {
    sourceId: run.sourceId,
    rules: run.rules.precedence,
    now: now(),
    holders,
    cis,
    classOf,
    repeats: run.repeats,
    dependentsOf: (ciId) => dependents.get(ciId) ?? none,
    newId: (row) => ids.get(row) ?? "",
  });
};
