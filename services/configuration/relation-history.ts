import type { HistoryEntry } from "../../shared/dynamo/record.ts";
import type { ConfigurationContext } from "./table.ts";
import { bundleOf, type PastTieValue, relationsIn, type TieValue } from "./ties-of.ts";

const ways = ["up", "down", "other"] as const;

/** Of each kind of a CI's relations so many are looked at; the answer says how many were left off. */
const most = 1000;
/** Entries of one relation that are looked at: one that came and went more often shows its newest. */
const mostEntries = 100;
/** Histories read at once: a container's connections suffice for as many. */
const atOnce = 10;

/** The last moment before an instant (epoch ms) at which something became of a relation; none: it was not there yet. */
const lastBefore = ({ s = 0, p = [] }: Partial<TieValue & PastTieValue>, before: number): number => {
  const moments = [s, ...p.map(([from]) => from), ...p.map(([, to]) => to)];
  return Math.max(0, ...moments.filter((moment) => moment < before));
};

/** The relations of a CI to which something happened before an instant, what ended included: the latest first. */
const changedBefore = async (
  ciId: string,
  before: number,
  { bundles }: Pick<ConfigurationContext, "bundles">,
) => {
  const names = ways.flatMap((way) => [bundleOf(way, ciId), bundleOf(way, ciId, true)]);
  const read = await bundles.read<Partial<TieValue & PastTieValue>>(names, most);
  const found = [...read.values()].map(relationsIn);
  const last = new Map<string, number>();
  for (const [id, value] of found.flatMap(({ entries }) => [...entries]))
    last.set(id, Math.max(last.get(id) ?? 0, lastBefore(value, before)));
  const ids = [...last]
    .filter(([, at]) => at > 0)
    .toSorted(([a, at], [b, other]) => other - at || (a < b ? -1 : 1))
    .map(([id]) => id);
  return { ids, leftOff: found.reduce((sum, { total, entries }) => sum + total - entries.size, 0) };
};

type Entry = { readonly relationId: string; readonly entry: HistoryEntry };

const momentOf = ({ meta }: HistoryEntry): number => Date.parse(meta.occurredAt);

const newestFirst = (a: Entry, b: Entry): number =>
  momentOf(b.entry) - momentOf(a.entry) ||
  a.relationId.localeCompare(b.relationId) ||
  b.entry.meta.sequence - a.entry.meta.sequence;

/**
 * What became of a CI's relations before an instant, newest first, `limit` entries at most. As many relations as
 * entries suffice: each of the newest entries is one of a relation to which something happened that lately.
 */
export const relationHistory = async (
  ciId: string,
  { before, limit }: { readonly before: string; readonly limit: number },
  context: ConfigurationContext,
): Promise<{ readonly entries: readonly Entry[]; readonly leftOff: number }> => {
  const until = Date.parse(before);
  const { ids, leftOff } = await changedBefore(ciId, until, context);
  const chosen = ids.slice(0, limit);
  const entries: Entry[] = [];
  const readOne = async (relationId: string): Promise<void> => {
    const { items } = await context.relations.history(relationId, { limit: mostEntries, newestFirst: true });
    for (const entry of items) if (momentOf(entry) < until) entries.push({ relationId, entry });
  };
  for (let at = 0; at < chosen.length; at += atOnce)
    await Promise.all(chosen.slice(at, at + atOnce).map(readOne));
  return { entries: entries.toSorted(newestFirst).slice(0, limit), leftOff };
};
