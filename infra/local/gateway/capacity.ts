/** What DynamoDB reports as consumed; transactions state reads and writes apart. */
export type ConsumedCapacity = {
  readonly TableName?: string;
  readonly CapacityUnits?: number;
  readonly ReadCapacityUnits?: number;
  readonly WriteCapacityUnits?: number;
};

/** Units summed for one operation on one table. */
export type CapacityLine = {
  readonly operation: string;
  readonly table: string;
  readonly calls: number;
  readonly reads: number;
  readonly writes: number;
};

/** Counts consumed capacity units while it is switched on. */
export type CapacityMeter = {
  readonly isOn: () => boolean;
  readonly switchTo: (on: boolean) => void;
  readonly reset: () => void;
  readonly add: (
    operation: string,
    consumed: ConsumedCapacity | readonly ConsumedCapacity[] | undefined,
  ) => void;
  readonly lines: () => readonly CapacityLine[];
};

const readers = new Set(["GetItem", "Query", "Scan", "BatchGetItem", "TransactGetItems"]);

/** Makes a meter, switched off. */
export const createCapacityMeter = (): CapacityMeter => {
  const sums = new Map<string, CapacityLine>();
  let on = false;
  return {
    isOn: () => on,
    switchTo: (next) => {
      on = next;
    },
    reset: () => sums.clear(),
    add: (operation, consumed) => {
      for (const each of [consumed ?? []].flat()) {
        const table = each.TableName ?? "?";
        const key = `${operation} ${table}`;
        const before = sums.get(key) ?? { operation, table, calls: 0, reads: 0, writes: 0 };
        const units = each.CapacityUnits ?? 0;
        const isRead = readers.has(operation);
        sums.set(key, {
          ...before,
          calls: before.calls + 1,
          reads: before.reads + (each.ReadCapacityUnits ?? (isRead ? units : 0)),
          writes: before.writes + (each.WriteCapacityUnits ?? (isRead ? 0 : units)),
        });
      }
    },
    lines: () => [...sums.values()],
  };
};
