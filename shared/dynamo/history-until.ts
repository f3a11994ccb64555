import { eventRange, historyEntryOf } from "./items.ts";
import { readAll } from "./query.ts";
import type { HistoryEntry } from "./record.ts";
import type { Scope } from "./scope.ts";

/** What had become of a record by an instant (ISO 8601), oldest entry first. */
export const historyUntil = async (
  scope: Scope,
  id: string,
  instant: string,
): Promise<readonly HistoryEntry[]> => {
  const last = new Date(instant).toISOString();
  const history: HistoryEntry[] = [];
  for await (const items of readAll(scope, { partition: id, ...eventRange })) {
    const entries = items.map(historyEntryOf);
    const past = entries.filter(({ meta }) => meta.occurredAt <= last);
    history.push(...past);
    if (past.length < entries.length) break;
  }
  return history;
};
