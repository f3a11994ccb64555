import { getByKeys } from "../../shared/dynamo/get-by-keys.ts";
import { createMeasureReads } from "../../shared/dynamo/measure-reads.ts";
import { byEdition, createMeasures, editionPartition, factKey } from "../../shared/dynamo/measures.ts";
import { readAll } from "../../shared/dynamo/query.ts";
import type { Scope } from "../../shared/dynamo/scope.ts";
import { sweepStock } from "../../shared/dynamo/sweep-stock.ts";
import { indexAttributes } from "../../shared/dynamo/table-definition.ts";
import { type AnyFact, type KindName, kindNames, kinds } from "./kinds/all-kinds.ts";
import type { ReportingContext } from "./table.ts";

const idOf = (kind: KindName, pk: unknown): string => String(pk).slice(factKey(kind, "").pk.length);

async function* countedBy(scope: Scope, kind: KindName, edition: number): AsyncGenerator<readonly string[]> {
  const { order } = indexAttributes(byEdition);
  const ask = { index: byEdition, partition: editionPartition(kind, edition) };
  for await (const items of readAll(scope, ask, 100)) yield items.map((item) => String(item[order]));
}

/** Builds what the handlers work with, for one request, event or schedule. */
export const connect = (scope: Scope): ReportingContext => ({
  measures: Object.fromEntries(
    kindNames.map((name) => [name, createMeasures(kinds[name] as never, scope)]),
  ) as unknown as ReportingContext["measures"],
  reads: (kind) => createMeasureReads(kind, scope),
  facts: async (kind, ids) => {
    const keys = [...new Set(ids)].map((id) => factKey(kind, id));
    const items = await getByKeys(scope, keys, true, ["pk", "fact"]);
    return new Map(
      items.flatMap(({ pk, fact }) => (fact ? [[idOf(kind, pk), fact as AnyFact] as const] : [])),
    );
  },
  countedBy: (kind, edition) => countedBy(scope, kind, edition),
  sweep: (kind, dimension, deadline) => sweepStock(scope, kind, dimension, deadline),
  now: () => scope.clock.now().toISOString(),
});
