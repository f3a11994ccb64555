import type { Change } from "./change.ts";
import type { ChangeContext } from "./context.ts";
import {
  asConflicts,
  type Conflict,
  conflictsBetween,
  isPlanned,
  outsideWindows,
  type Related,
} from "./decisions/conflicts.ts";
import { freezesBetween, notExcepted } from "./decisions/freezes.ts";
import { target } from "./edges.ts";
import { foundAt, place, placesOf } from "./occupancy.ts";

/** CIs that have to do with these directly, by CI. */
export const relatedTo = async (
  ciIds: readonly string[],
  { relations }: Pick<ChangeContext, "relations">,
): Promise<Related> => {
  const found = await relations.read(ciIds);
  const none: ReadonlySet<string> = new Set();
  const byCi = new Map(
    [...found].map(([ciId, entries]) => [
      ciId,
      new Set([...entries.values()].filter(({ a }) => a).map(({ o }) => o)),
    ]),
  );
  return (ciId) => byCi.get(ciId) ?? none;
};

const most = 100;

/** Its parent and parts, and what comes before and after it: they need not be at the same places. */
const relatives = async (change: Change, { changes }: ChangeContext): Promise<readonly string[]> => {
  const edges = [target.parent(change.id), target.predecessor(change.id)];
  const found = await Promise.all(
    edges.map((partition) => changes.few({ index: "byTarget", partition, edges: true }, most)),
  );
  return [
    ...(change.parentId ? [change.parentId] : []),
    ...(change.comesAfter ?? []),
    ...found.flat().map(({ id }) => id),
  ];
};

/**
 * Everything that stands against a change as it is planned. Reads the places it is at (its CIs, those related to
 * them, its people) for the days of its window, a hundred at once, and then only changes that are there.
 */
export const findConflicts = async (change: Change, context: ChangeContext): Promise<readonly Conflict[]> => {
  if (!isPlanned(change)) return [];
  const { plannedStart: from, plannedEnd: to } = change;
  const related = await relatedTo(change.ciIds, context);
  const around = change.ciIds.flatMap((id) => [...related(id)]).map(place.ci);
  const places = [...new Set([...placesOf(change), ...around])];
  const [near, kin, freezes, windows] = await Promise.all([
    foundAt(places, from, to, context),
    relatives(change, context),
    context.freezes(),
    context.windows(),
  ]);
  const ids = [...new Set([...near, ...kin])].filter((id) => id !== change.id);
  const others = (await context.changes.some(ids)).filter(isPlanned);
  return [
    ...others
      .toSorted((a, b) => (a.id < b.id ? -1 : 1))
      .flatMap((other) => conflictsBetween(change, other, related)),
    ...outsideWindows(change, windows),
    ...asConflicts(notExcepted(change, freezesBetween(change, freezes, from, to), from, to)),
  ];
};
