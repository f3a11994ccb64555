import type { Incident } from "../../services/incident/incident.ts";
import type { HistoryEntry } from "../../shared/dynamo/record.ts";
import type { Facts, Kept } from "./facts.ts";

type Whole = Partial<Incident>;

const wholeOf = ({ item }: Kept): Whole => ({
  ...(item?.record as Whole | undefined),
  ...(item?.long as Whole | undefined),
});

/** Both sides of every merge know of each other, and what is merged ends at one that is not. */
const brokenTies = (id: string, one: Whole, all: ReadonlyMap<string, Whole>): string[] => {
  const { mergedInto, duplicateIds = [] } = one;
  const survivor = mergedInto === undefined ? undefined : all.get(mergedInto);
  const chain = new Set<string>();
  for (let at: string | undefined = id; at !== undefined && !chain.has(at); at = all.get(at)?.mergedInto)
    chain.add(at);
  const last = [...chain].at(-1) ?? id;
  return [
    ...(mergedInto !== undefined && !survivor?.duplicateIds?.includes(id)
      ? [`${id} is merged into ${mergedInto}, which does not know`]
      : []),
    ...(mergedInto !== undefined && one.state !== "cancelled" ? [`${id} is merged and ${one.state}`] : []),
    ...(mergedInto !== undefined && survivor?.restricted !== one.restricted
      ? [`${id} and ${mergedInto} are merged and one of them is restricted`]
      : []),
    ...(all.get(last)?.mergedInto === undefined ? [] : [`${id} is merged in a circle`]),
    ...duplicateIds
      .filter((duplicate) => all.get(duplicate)?.mergedInto !== id)
      .map((duplicate) => `${id} counts ${duplicate} as a duplicate, which is none`),
  ];
};

/** What duplicates brought is there, and came from duplicates that are still merged. */
const brokenShares = (id: string, { brought, duplicateIds = [], ...one }: Whole): string[] => {
  if (!brought) return [];
  const links = (one.links ?? []).map(({ type, target }) => JSON.stringify([type, target]));
  const present = [...(one.watchers ?? []), ...(one.ciIds ?? []), ...links];
  const all = [...brought.watchers, ...brought.ciIds, ...brought.links];
  return all.flatMap(({ value, from }) => [
    ...(present.includes(value) ? [] : [`${id} has ${value} from duplicates no more`]),
    ...(from.length > 0 && from.every((each) => duplicateIds.includes(each))
      ? []
      : [`${id} has ${value} from ${from}, which are no duplicates`]),
  ]);
};

/** Undoing a merge leads back to where the incident stood, or to work when its caller answered meanwhile. */
const brokenUndoing = (id: string, history: readonly HistoryEntry[]): string[] => {
  let before: string | undefined;
  return history.flatMap(({ type, changes }) => {
    if (type === "IncidentMerged") before = String(changes.state?.from);
    if (type !== "IncidentUnmerged") return [];
    const now = String(changes.state?.to);
    return now === before || now === "in_progress" ? [] : [`${id} stood at ${before} and came back ${now}`];
  });
};

export const brokenMerges = ({ kept }: Facts): string[] => {
  const incidents = kept.filter(({ id }) => /^INC\d+$/.test(id));
  const all = new Map(incidents.map((one) => [one.id, wholeOf(one)]));
  return incidents.flatMap((one) => [
    ...brokenTies(one.id, all.get(one.id) ?? {}, all),
    ...brokenShares(one.id, all.get(one.id) ?? {}),
    ...brokenUndoing(one.id, one.history),
  ]);
};
