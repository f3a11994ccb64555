import { edgeItems, recordItem } from "../../../shared/dynamo/items.ts";
import { fold } from "../../../shared/dynamo/record.ts";
import type { Facts, Kept } from "../facts.ts";
import type { StoredKind } from "../simulated.ts";

/** Comparable text, whatever the order of keys. */
const text = (value: unknown): string =>
  JSON.stringify(value, (_, part: unknown) =>
    typeof part === "object" && part !== null && !Array.isArray(part)
      ? Object.fromEntries(Object.entries(part).toSorted(([a], [b]) => (a < b ? -1 : 1)))
      : part,
  );

const gaps = ({ id, item, events, history }: Kept): string[] => {
  if (item === undefined) return [`${id} has events but no record`];
  if (events.length === 0) return [`${id} has a record but no event`];
  const sequences = history.map(({ meta }) => meta.sequence);
  return [
    ...(sequences.every((sequence, at) => sequence === at + 1) ? [] : [`${id}: versions ${sequences}`]),
    ...(item.version === history.length
      ? []
      : [`${id} has version ${item.version} and ${history.length} events`]),
    ...history
      .filter(({ meta }) => meta.eventId !== `${id}-${meta.sequence}` || meta.subject !== id)
      .map(({ meta }) => `${id}: event ${meta.eventId} of ${meta.subject} at ${meta.sequence}`),
  ];
};

const unlikeItsHistory = ({ id, item, history, beside }: Kept, { type }: StoredKind): string[] => {
  const record = fold(history, type.initial?.(id), type.follows);
  if (record === undefined) return [`${id} has no history`];
  const edges = [...edgeItems(type, record).values()];
  const kept = beside.filter(({ sk }) => sk.startsWith("EDGE#"));
  const sorted = (items: readonly object[]) => text(items.map(text).toSorted());
  return [
    ...(text(recordItem(type, record)) === text(item)
      ? []
      : [`${id} is not the fold of its history: ${text(item)} instead of ${text(recordItem(type, record))}`]),
    ...(sorted(edges) === sorted(kept) ? [] : [`${id}'s edges are not its record's: ${text(kept)}`]),
  ];
};

/** Versions have no gaps, and every record and what is derived from it equals the fold of its history. */
export const brokenHistories = (
  { kept }: Facts,
  kinds: readonly StoredKind[],
  /** Services whose kinds of records are known. */
  judged: ReadonlySet<string>,
): string[] =>
  kept.flatMap((one) => {
    const broken = gaps(one);
    if (broken.length > 0) return broken;
    const kind = kinds.find(({ isOne }) => isOne(one.id));
    if (kind !== undefined) return unlikeItsHistory(one, kind);
    return judged.has(one.service) ? [`${one.id} of ${one.service} is of no known kind`] : [];
  });
