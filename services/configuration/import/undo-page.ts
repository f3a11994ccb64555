import { identitiesOf } from "../attributes.ts";
import type { Import } from "../ci-import.ts";
import { takeBackChanges, takeBackNew, takeBackRelation, type Undone } from "../decisions/undo-import.ts";
import { partsFor } from "../relate.ts";
import type { RowResult } from "../row-result.ts";
import type { ConfigurationContext } from "../table.ts";
import { keepWaiting } from "./waiting.ts";

type Written = RowResult & { readonly version: number };

/** Whether anything is tied to a CI at this moment. */
const isTied = async (ciId: string, { relations }: ConfigurationContext): Promise<boolean> => {
  for (const index of ["relationsFrom", "relationsTo"])
    for await (const ids of relations.ids({ index, partition: ciId })) {
      const there = await relations.present(ids);
      if ([...there.values()].some(({ state }) => state === "active")) return true;
    }
  return false;
};

const undoCi = async (
  ciId: string,
  row: Written,
  context: ConfigurationContext,
): Promise<Undone<unknown>> => {
  const { allCis, model, now } = context;
  let undone: Undone<never> | undefined;
  const { version, versionBefore = 0 } = row;
  const tied = versionBefore === 0 && (await isTied(ciId, context));
  const steps = Array.from({ length: version - versionBefore }, (_, at) => versionBefore + at + 1);
  const entries = versionBefore === 0 ? [] : await Promise.all(steps.map((each) => allCis.entry(ciId, each)));
  const chains = new Map();
  const before = await allCis.get(ciId);
  const classes = entries.flatMap((entry) => entry?.changes.classId?.from ?? []).map(String);
  for (const classId of [before.classId, ...classes]) chains.set(classId, await model.chainOf(classId));
  await allCis.update(ciId, undefined, (ci) => {
    const result =
      versionBefore === 0
        ? takeBackNew(ci, row, tied, now())
        : takeBackChanges(
            ci,
            entries.flatMap((entry) => entry ?? []),
            row,
            (after) => identitiesOf(chains.get(after.classId) ?? [], after.name, after.attributes),
            now(),
          );
    undone = result as Undone<never>;
    return result.decision;
  });
  return undone ?? { decision: [], outcome: "conflict" };
};

const undoRelation = async (
  id: string,
  row: Written,
  context: ConfigurationContext,
): Promise<Undone<unknown>> => {
  const { relations, now } = context;
  let undone: Undone<never> | undefined;
  const parts = await partsFor(await relations.get(id), context, row.outcome !== "ended");
  await relations.update(id, undefined, (relation) => {
    const result = takeBackRelation(relation, row, parts, now());
    undone = result as Undone<never>;
    return result.decision;
  });
  return undone ?? { decision: [], outcome: "conflict" };
};

/** What an earlier import told of waits again for what this one brought. */
const waitAgain = async (
  { waited }: RowResult,
  { sourceId }: Pick<Import, "sourceId">,
  context: ConfigurationContext,
): Promise<void> => {
  if (!waited) return;
  const { importId, row, ...relation } = waited;
  const content = { kind: "relation", ...relation } as const;
  await keepWaiting([{ missing: content.to, waiting: { importId, row, content } }], sourceId, context);
};

const undoRow = async (
  row: RowResult,
  imported: Import,
  context: ConfigurationContext,
): Promise<RowResult[]> => {
  const { version } = row;
  const id = row.kind === "ci" ? row.ciId : row.relationId;
  if (version === undefined || id === undefined) return [];
  const undo = row.kind === "ci" ? undoCi : undoRelation;
  const { outcome, reason } = await undo(id, { ...row, version }, context);
  await waitAgain(row, imported, context);
  const { id: at, kind, key, name, classId, ciId, relationId } = row;
  return [{ id: at, kind, key, name, classId, ciId, relationId, outcome, reason }];
};

/** Few at a time: each row is a record of its own. */
const atOnce = 8;

/** Takes back what a page of an import wrote; what wrote nothing has no result. */
export const undoPage = async (
  rows: readonly RowResult[],
  imported: Import,
  context: ConfigurationContext,
): Promise<RowResult[]> => {
  const done: RowResult[] = [];
  for (let at = 0; at < rows.length; at += atOnce)
    done.push(
      ...(
        await Promise.all(rows.slice(at, at + atOnce).map((row) => undoRow(row, imported, context)))
      ).flat(),
    );
  return done;
};
