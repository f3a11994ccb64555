import { useEffect, useMemo } from "react";
import { sourceOf } from "./reading.ts";
import { useReadings } from "./use-readings.ts";

type Row = { readonly id: string; readonly version: number };

/** Records of some rows as they are read one by one, for what a list leaves out. */
export type WholeRecords<T> = {
  readonly items: readonly T[];
  readonly isLoading: boolean;
  /** Takes a record as a command answered it. */
  readonly put: (record: T) => void;
};

/** Reads the records of some rows whole; each is read again when its row says that it changed. For short lists only. */
export const useWholeRecords = <T extends Row>(
  route: string,
  parameter: string,
  rows: readonly Row[],
): WholeRecords<T> => {
  const ids = rows.map(({ id }) => id).join(" ");
  const { sources, stores } = useMemo(() => {
    const each = ids
      .split(" ")
      .filter(Boolean)
      .map((id) => sourceOf(route, { params: { [parameter]: id } }));
    return { sources: each, stores: each.map(({ store }) => store) };
  }, [route, parameter, ids]);
  const readings = useReadings(stores);
  const versions = rows.map(({ version }) => version).join(" ");
  // biome-ignore lint/correctness/useExhaustiveDependencies: the versions say what is to be read again
  useEffect(() => {
    sources.forEach((source, index) => {
      const known = (source.store.get().value as T | undefined)?.version ?? -1;
      if (known < (rows[index]?.version ?? 0)) void source.refresh();
    });
  }, [sources, versions]);
  return {
    items: readings.flatMap(({ value }) => (value === undefined ? [] : [value as T])),
    isLoading: readings.some(({ value, problem }) => value === undefined && problem === undefined),
    put: (record) => sourceOf(route, { params: { [parameter]: record.id } }).put(record),
  };
};
