import type { Source } from "../ci-source.ts";
import { proposeDuplicates } from "../quality/propose.ts";
import { troubled } from "../row-outcome.ts";
import type { RowResult } from "../row-result.ts";
import type { ConfigurationContext } from "../table.ts";
import type { Run } from "./plan-page.ts";
import { resultSheets } from "./result-sheets.ts";
import type { Survey } from "./rows-of.ts";
import { vouch } from "./vouch.ts";

/** A run of an import, which has a source that may have a say again. */
export type Running = Run & Survey & { readonly source: Source };

/** So many rows are planned together: their claims and CIs are a few batch reads, their results one sheet. */
export const pageRows = 100;

/** Numbers with leading zeros, so that the order of sheets is the order of rows. */
export const padded = (number: number): string => String(number).padStart(5, "0");

/** CIs to which one row leads: it knows them by different identifiers. */
const severalIn = (results: readonly RowResult[], importId: string) =>
  results.flatMap(({ id, ciIds: [one, other] = [] }) =>
    one === undefined || other === undefined
      ? []
      : [
          {
            ciIds: [one, other] as const,
            likeness: { kind: "identities", detail: `${importId}, row ${id}` } as const,
          },
        ],
  );

/** Does a part of the work, unless that was done: its results are kept last of all. */
export const once = async (
  name: string,
  run: Running,
  context: ConfigurationContext,
  doIt: () => Promise<RowResult[]>,
): Promise<readonly RowResult[]> => {
  const { sheets } = context;
  const kind = run.isDry ? "check" : "import";
  const sheet = `${resultSheets(kind)}${name}`;
  const earlier = run.isDry ? undefined : await sheets.get<RowResult[]>(run.importId, sheet);
  const results = earlier ?? (await doIt());
  const trouble = results.filter(({ outcome, kept }) => troubled.includes(outcome) || kept);
  // A dry run may come again, when somebody has seen to what was wrong.
  if (trouble.length > 0 || run.isDry)
    await sheets.put(run.importId, `${resultSheets(kind, true)}${name}`, trouble);
  if (!run.isDry) {
    await vouch(results, run.source, context);
    await proposeDuplicates(severalIn(results, run.importId), context);
  }
  if (!earlier && results.length > 0) await sheets.put(run.importId, sheet, results);
  return results;
};
