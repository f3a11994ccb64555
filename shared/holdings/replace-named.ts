import type { Ask } from "../dynamo/query.ts";
import type { Decision, RecordBase } from "../dynamo/record.ts";
import type { Records } from "../dynamo/records.ts";
import type { Holding } from "./holdings.ts";

/** A kind of records, few enough to be looked through, of which some name a person. */
type Named<R extends RecordBase> = {
  /** As holdings call it. */
  readonly kind: string;
  readonly records: Records<R>;
  readonly asks: readonly Ask[];
  readonly isNamed: (record: R) => boolean;
  readonly replace: (record: R) => Decision<R>;
};

/** Puts somebody else in the place of who is named, once that `isOver`, and answers what names them still. */
export const replaceNamed = async <R extends RecordBase>(
  { kind, records, asks, isNamed, replace }: Named<R>,
  isOver: boolean,
): Promise<Holding[]> => {
  const left: Holding[] = [];
  for (const ask of asks)
    for await (const ids of records.ids(ask))
      for (const record of (await records.some(ids)).filter(isNamed)) {
        const { id } = record;
        const after = isOver ? await records.update(id, undefined, replace) : record;
        if (isNamed(after)) left.push({ kind, id });
      }
  return left;
};
