/** What a heap orders: by `due`; `slot` is the heap's own (-1 while the item is in none). */
export type HeapItem = { due: number; slot: number };

export type Heap<T extends HeapItem> = {
  readonly size: () => number;
  readonly peek: () => T | undefined;
  readonly push: (item: T) => void;
  readonly pop: () => T | undefined;
  /** Takes an item out wherever it is; does nothing when it is not in the heap. */
  readonly remove: (item: T) => void;
  /** Moves every item by the same distance, which keeps the order. */
  readonly shift: (byMs: number) => void;
};

/** A binary min-heap of things that wait for a time; each item knows its place, so taking one out is O(log n). */
export const createHeap = <T extends HeapItem>(): Heap<T> => {
  const items: T[] = [];

  const place = (item: T, slot: number) => {
    items[slot] = item;
    item.slot = slot;
  };
  const rise = (item: T, from: number) => {
    let slot = from;
    while (slot > 0) {
      const above = (slot - 1) >> 1;
      const parent = items[above];
      if (parent === undefined || parent.due <= item.due) break;
      place(parent, slot);
      slot = above;
    }
    place(item, slot);
  };
  const sink = (item: T, from: number) => {
    let slot = from;
    for (;;) {
      const left = 2 * slot + 1;
      const [a, b] = [items[left], items[left + 1]];
      const child = b !== undefined && a !== undefined && b.due < a.due ? b : a;
      if (child === undefined || child.due >= item.due) break;
      const childSlot = child.slot;
      place(child, slot);
      slot = childSlot;
    }
    place(item, slot);
  };
  const remove = (item: T) => {
    const slot = item.slot;
    if (slot < 0 || items[slot] !== item) return;
    const last = items.pop();
    item.slot = -1;
    if (last === undefined || last === item) return;
    rise(last, slot);
    sink(last, last.slot);
  };

  return {
    size: () => items.length,
    peek: () => items[0],
    push: (item) => rise(item, items.length),
    pop: () => {
      const first = items[0];
      if (first !== undefined) remove(first);
      return first;
    },
    remove,
    shift: (byMs) => {
      for (const item of items) item.due += byMs;
    },
  };
};
