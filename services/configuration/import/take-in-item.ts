import { limits } from "../ci-import.ts";
import { recordTrouble } from "../decisions/import.ts";
import type { PlacedRow } from "../decisions/plan-cis.ts";
import { takeBack } from "../decisions/relation.ts";
import { mapped } from "../import-mapping.ts";
import type { CiRow, RelationRow, Row, Unread } from "../import-row.ts";
import { partsFor } from "../relate.ts";
import { countsOf, troubled } from "../row-outcome.ts";
import { type RowResult, resultOf } from "../row-result.ts";
import type { ConfigurationContext } from "../table.ts";
import { broughtBy } from "./brought-by.ts";
import { awsConfigSourceId } from "./builtin-sources.ts";
import { createClassReaders } from "./class-readers.ts";
import { doAlone } from "./do-cis.ts";
import { keepThoseWaiting, relateRows } from "./do-relations.ts";
import type { Run } from "./plan-page.ts";
import { readAwsConfig } from "./read-aws-config.ts";
import { relateWaitingFor } from "./relate-waiting.ts";
import { resultSheets } from "./result-sheets.ts";
import { vouch } from "./vouch.ts";

/** What came unasked and nobody could take is kept as an import that is over, with its content and its results. */
export const keepTrouble = async (
  document: unknown,
  results: readonly RowResult[],
  { imports, sheets }: Pick<ConfigurationContext, "imports" | "sheets">,
): Promise<void> => {
  const content = JSON.stringify(document).slice(0, limits.characters).toWellFormed();
  const { id } = await imports.create((newId) =>
    recordTrouble(newId, awsConfigSourceId, content, countsOf(results)),
  );
  // Once more, where the event comes again: the import is the same one.
  for (const isTrouble of [false, true])
    await sheets.put(id, `${resultSheets("import", isTrouble)}0`, results);
};

/** An item names all that its resource is related to: what the source told before and does not now is over. */
const endOthers = async (
  ciId: string,
  said: ReadonlySet<string | undefined>,
  context: ConfigurationContext,
): Promise<void> => {
  for (const relation of await broughtBy(
    awsConfigSourceId,
    ciId,
    ["relationsFrom", "relationsTo"],
    context,
  )) {
    if (said.has(relation.id)) continue;
    const parts = await partsFor(relation, context, true);
    await context.relations.update(relation.id, undefined, (is) =>
      is.state === "active" ? takeBack(is, { now: context.now(), parts }) : [],
    );
  }
};

const placed = <R>(contents: readonly R[]): readonly PlacedRow<R>[] =>
  contents.map((content, at) => ({ row: String(at + 1), content }));

const isRelation = (row: Row | Unread): row is RelationRow => row.kind === "relation";
const isThing = (row: Row | Unread): row is CiRow | Unread => row.kind !== "relation";

/** That a resource is gone, for news of it that come later and are older. */
const goneSheet = (key: string): string => `GONE#${key}`;

const cameTooLate = async (row: CiRow | Unread, { sheets }: ConfigurationContext): Promise<boolean> => {
  if (row.kind !== "ci" || row.key === undefined || row.at === undefined) return false;
  if (row.isGone) {
    await sheets.put(awsConfigSourceId, goneSheet(row.key), row.at);
    return false;
  }
  const gone = await sheets.get<string>(awsConfigSourceId, goneSheet(row.key));
  return gone !== undefined && Date.parse(gone) >= Date.parse(row.at);
};

/**
 * Takes in what AWS Config says of one resource, in whatever order its items come: the newest counts. `isWhole`
 * says that the item names all relations of its resource.
 */
export const takeInItem = async (
  document: unknown,
  { isWhole }: { readonly isWhole: boolean },
  context: ConfigurationContext,
): Promise<void> => {
  const { sources, rules, model } = context;
  const source = await sources.get(awsConfigSourceId);
  if (source.state === "retired") return;
  const rows = readAwsConfig(document).map(({ row }) => mapped(row, source.mapping));
  const run: Run = {
    importId: awsConfigSourceId,
    sourceId: awsConfigSourceId,
    rules: await rules(),
    classes: createClassReaders(model),
    repeats: new Map(),
    isImported: () => false,
    isDry: false,
  };
  const results: RowResult[] = [];
  for (const row of placed(rows.filter(isThing))) {
    if (await cameTooLate(row.content, context)) return;
    const planned = await doAlone(row, run, context);
    results.push(resultOf(planned));
    const isOld =
      planned.verdict?.outcome === "unchanged" &&
      planned.before?.sources?.some(
        ({ sourceId, at }) =>
          sourceId === awsConfigSourceId && at !== undefined && at > (planned.said?.at ?? at),
      );
    if (isOld) return;
  }
  await vouch(results, source, context);
  const relations = placed(rows.filter(isRelation));
  const related = await relateRows(relations, run, context);
  await keepThoseWaiting(relations, related, run, context);
  const isNew = ({ outcome }: RowResult): boolean => outcome === "created" || outcome === "reinstated";
  const waited = results.filter(isNew).map(({ key = "" }) => relateWaitingFor(key, run, context));
  const [ciId] = results.flatMap((each) => (each.outcome !== "conflict" && each.ciId) || []);
  const there = [...related, ...(await Promise.all(waited)).flat()];
  if (isWhole && ciId !== undefined)
    await endOthers(ciId, new Set(there.map(({ relationId }) => relationId)), context);
  const trouble = results.filter(({ outcome }) => troubled.includes(outcome));
  if (trouble.length > 0) await keepTrouble(document, trouble, context);
};
