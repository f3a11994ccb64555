import { factsOf } from "../facts.ts";
import type { Evidence } from "../observe.ts";
import { type Check, check } from "./check.ts";

const same = (one: unknown, other: unknown): boolean => JSON.stringify(one) === JSON.stringify(other);

/** 7. Problem and change ids of the log are typed links, and lead back to their incidents. */
export const links = ({ replayed: { lives }, final, linked }: Evidence): Check => {
  const failures: string[] = [];
  const wanted = new Map<string, Set<string>>();
  const numbers: Record<string, number> = { problem: 0, fixed_by_change: 0, caused_by_change: 0 };
  for (const { logged, record } of lives) {
    const row = logged.steps.at(-1)?.row;
    const ties = row === undefined ? [] : factsOf(row).links;
    const found = final.get(record?.id ?? "")?.links ?? [];
    if (!same(ties, found))
      failures.push(`${logged.number}: ${JSON.stringify(found)}, logged ${JSON.stringify(ties)}`);
    for (const { type, target } of ties) {
      numbers[type] = (numbers[type] ?? 0) + 1;
      wanted.set(target, (wanted.get(target) ?? new Set()).add(record?.id ?? ""));
    }
  }
  for (const [target, ids] of wanted) {
    const listed = linked.get(target) ?? [];
    if (!same([...ids].sort(), listed.toSorted()))
      failures.push(`${target}: lists ${listed.length} incidents, logged ${ids.size}`);
  }
  return check(
    "problem and change ids of the log are typed links",
    { ...numbers, records: wanted.size },
    failures,
  );
};
