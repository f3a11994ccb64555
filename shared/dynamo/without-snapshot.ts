import type { HistoryEntry } from "./record.ts";

/** Shows an entry of a history without the copy of the record its event carries: the changes tell it already. */
export const withoutSnapshot =
  (field: string) =>
  (_actor: unknown, _record: unknown, { data, ...entry }: HistoryEntry): HistoryEntry => {
    const { [field]: _snapshot, ...rest } = data;
    return { ...entry, data: rest };
  };
