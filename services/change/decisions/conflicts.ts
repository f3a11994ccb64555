import type { Change } from "../change.ts";
import type { ChangeWindow } from "../change-window.ts";
import { isOpenTask } from "../task.ts";
import { stretchesOf } from "../times.ts";
import { type Hit, nameOf } from "./freezes.ts";

/** Which CIs have to do with a CI directly, either way. */
export type Related = (ciId: string) => ReadonlySet<string>;

/** What stands against doing a change when it is planned. `otherId`: the change it collides with. */
export type Conflict = {
  readonly kind:
    | "same_ci"
    | "related_ci"
    | "same_person"
    | "order"
    | "parent_window"
    | "outside_change_window"
    | "freeze";
  readonly otherId?: string | undefined;
  readonly ciIds?: readonly string[];
  readonly personIds?: readonly string[];
  readonly detail?: string | undefined;
};

/** A change with a window; what has none collides with nothing. */
export type Planned = Change & { readonly plannedStart: string; readonly plannedEnd: string };

/** The work is over, or was never done. */
export const isOver = ({ state }: Change): boolean => ["review", "closed", "cancelled"].includes(state);

/** Work that is planned and not over. */
export const isPlanned = (change: Change): change is Planned =>
  change.plannedStart !== undefined && change.plannedEnd !== undefined && !isOver(change);

type Stay = { readonly personId: string; readonly from: string; readonly to: string };

/** When whom a change keeps busy: its assignee all the time, others as their tasks are planned. */
const staysOf = ({ assigneeId, tasks, plannedStart, plannedEnd }: Planned): readonly Stay[] => [
  ...(assigneeId ? [{ personId: assigneeId, from: plannedStart, to: plannedEnd }] : []),
  ...tasks.filter(isOpenTask).flatMap((task) =>
    task.assigneeId === undefined
      ? []
      : [
          {
            personId: task.assigneeId,
            from: task.plannedStart ?? plannedStart,
            to: task.plannedEnd ?? plannedEnd,
          },
        ],
  ),
];

const overlap = (a: Omit<Stay, "personId">, b: Omit<Stay, "personId">): boolean =>
  a.from < b.to && b.from < a.to;

/** Everybody whom a change keeps busy. */
export const peopleOf = (change: Planned): readonly string[] => [
  ...new Set(staysOf(change).map(({ personId }) => personId)),
];

const busyTwice = (a: Planned, b: Planned): readonly string[] => {
  const others = staysOf(b);
  const both = staysOf(a).filter((stay) =>
    others.some((other) => other.personId === stay.personId && overlap(stay, other)),
  );
  return [...new Set(both.map(({ personId }) => personId))].toSorted();
};

/** A part lies within its whole, and whoever has parts spans them. */
const isOutside = (part: Planned, whole: Planned): boolean =>
  part.parentId === whole.id &&
  (part.plannedStart < whole.plannedStart || part.plannedEnd > whole.plannedEnd);

const isFamily = (a: Planned, b: Planned): boolean => a.parentId === b.id || b.parentId === a.id;

/** One comes after the other, and is planned to begin before that is over. */
const outOfOrder = (a: Planned, b: Planned): boolean =>
  (a.comesAfter?.includes(b.id) === true && b.plannedEnd > a.plannedStart) ||
  (b.comesAfter?.includes(a.id) === true && a.plannedEnd > b.plannedStart);

/**
 * In what two changes collide. Symmetric: what one collides with the other in, the other does with it; of
 * related CIs both sides are named. A change and its parts share CIs and people by intention.
 */
export const conflictsBetween = (a: Planned, b: Planned, related: Related): readonly Conflict[] => {
  const otherId = b.id;
  const found: Conflict[] = [];
  if (outOfOrder(a, b)) found.push({ kind: "order", otherId });
  if (isOutside(a, b) || isOutside(b, a)) found.push({ kind: "parent_window", otherId });
  const isAtOnce = a.plannedStart < b.plannedEnd && b.plannedStart < a.plannedEnd;
  if (!isAtOnce || isFamily(a, b)) return found;
  const theirs = new Set(b.ciIds);
  const same = a.ciIds.filter((id) => theirs.has(id)).toSorted();
  if (same.length > 0) found.push({ kind: "same_ci", otherId, ciIds: same });
  const pairs = a.ciIds.flatMap((id) =>
    [...related(id)].filter((other) => theirs.has(other)).flatMap((o) => [id, o]),
  );
  const ciIds = [...new Set(pairs)].filter((id) => !same.includes(id)).toSorted();
  if (ciIds.length > 0) found.push({ kind: "related_ci", otherId, ciIds });
  const personIds = busyTwice(a, b);
  if (personIds.length > 0) found.push({ kind: "same_person", otherId, personIds });
  return found;
};

const covers = (window: ChangeWindow, { plannedStart, plannedEnd }: Planned): boolean =>
  stretchesOf(window, plannedStart, plannedEnd).some(
    ({ from, until }) => from <= Date.parse(plannedStart) && Date.parse(plannedEnd) <= until,
  );

/** CIs, and the service, that have windows of their own of which none holds the change. */
export const outsideWindows = (change: Planned, windows: readonly ChangeWindow[]): readonly Conflict[] => {
  const active = windows.filter(({ state }) => state === "active");
  const fitting = new Set(active.filter((window) => covers(window, change)).map(({ id }) => id));
  const fitsNone = (own: readonly ChangeWindow[]) =>
    own.length > 0 && own.every(({ id }) => !fitting.has(id));
  const byCi = new Map<string, ChangeWindow[]>();
  for (const window of active) for (const id of window.ciIds) byCi.set(id, [...(byCi.get(id) ?? []), window]);
  const ciIds = change.ciIds.filter((id) => fitsNone(byCi.get(id) ?? [])).toSorted();
  const ofService = active.filter(
    ({ serviceIds }) => change.serviceId && serviceIds.includes(change.serviceId),
  );
  return [
    ...(ciIds.length > 0 ? [{ kind: "outside_change_window" as const, ciIds }] : []),
    ...(fitsNone(ofService)
      ? [{ kind: "outside_change_window" as const, detail: `Windows of ${change.serviceId}` }]
      : []),
  ];
};

/** Freezes as conflicts, but for what is looked at again in a moment; those with an exception are none. */
export const asConflicts = (hits: readonly Hit[]): readonly Conflict[] =>
  hits.filter(({ isOpen }) => !isOpen).map((hit) => ({ kind: "freeze", detail: nameOf(hit) }));
