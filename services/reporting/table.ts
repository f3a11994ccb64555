import type { MeasureReads } from "../../shared/dynamo/measure-reads.ts";
import { byEdition, type Measures } from "../../shared/dynamo/measures.ts";
import type { TableDefinition } from "../../shared/dynamo/table-definition.ts";
import type { AnyFact, KindName, KnownOf } from "./kinds/all-kinds.ts";

/** Facts, cells and the lists behind them are found by their keys; only counting anew asks for more. */
export const reportingTable: TableDefinition = {
  indexes: { [byEdition]: "What is known of records of a kind, by the edition of the counting" },
};

/** What the handlers of this service work with. */
export type ReportingContext = {
  /** Takes in what events tell of a kind of records. */
  readonly measures: { readonly [N in KindName]: Measures<KnownOf<N>> };
  readonly reads: (kind: KindName) => MeasureReads;
  /** What is known of some records of a kind; those nobody told of are missing. */
  readonly facts: (kind: KindName, ids: readonly string[]) => Promise<ReadonlyMap<string, AnyFact>>;
  /** Ids of records of a kind that an earlier edition counted, page by page. */
  readonly countedBy: (kind: KindName, edition: number) => AsyncGenerator<readonly string[]>;
  /** Takes cells away that add up to nothing. */
  readonly sweep: (kind: KindName, dimension: string, deadline: number) => Promise<void>;
  /** ISO 8601 UTC. */
  readonly now: () => string;
};
