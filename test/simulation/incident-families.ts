import type { Incident } from "../../services/incident/incident.ts";
import { isOpenTask } from "../../shared/domain/task.ts";
import { fold, type HistoryEntry } from "../../shared/dynamo/record.ts";
import type { Facts, Kept } from "./facts.ts";

/** Children are found by an index that may lag (3 s here), by a clock that may jump back (a minute). */
const unsureMs = 90_000;

const isOpen = (state: string): boolean => state === "new" || state === "in_progress" || state === "on_hold";

const incidents = ({ kept }: Facts): readonly Kept[] => kept.filter(({ id }) => /^INC\d+$/.test(id));
const recordOf = ({ item }: Kept) => (item?.record ?? {}) as Partial<Incident>;

/** When an event had its effects for the last time; a repeat may still bring one. */
const lastHandled = ({ handled }: Facts, eventId: string): number =>
  Math.max(
    0,
    ...handled
      .filter(
        ({ message, mapping }) =>
          mapping.functionArn.endsWith("-incident-consumer") && message.body.includes(`"${eventId}"`),
      )
      .map(({ at }) => at),
  );

/** Whether a child in this state takes over what happened to its parent. */
const takesOver = ({ type, meta, data }: HistoryEntry, parent: Incident, child: Incident): boolean => {
  // Open tasks of its own may keep a child open, where the desk's rules say so.
  if (type === "IncidentResolved") return isOpen(child.state) && !child.tasks?.some(isOpenTask);
  if (type === "IncidentHeld")
    return (
      parent.holdReason !== "awaiting_caller" && isOpen(child.state) && child.holdReason !== parent.holdReason
    );
  if (type !== "IncidentCommented" || meta.causationId !== undefined) return false;
  const isCallers = meta.actor.id === parent.callerId;
  return (
    !parent.restricted &&
    !isCallers &&
    data.text !== undefined &&
    (isOpen(child.state) || child.state === "resolved")
  );
};

/** Children that had long been such, and to which nothing else happened meanwhile, have what their parent has. */
const notPassedOn = (parent: Kept, facts: Facts, children: readonly Kept[]): string[] =>
  parent.history.flatMap((entry, at) => {
    const then = fold(parent.history.slice(0, at + 1)) as unknown as Incident;
    if (then.isParent !== true) return [];
    const { eventId, sequence } = entry.meta;
    const written = facts.writtenAt(parent, sequence);
    const missing = children.filter((child) => {
      const before = child.history.filter(
        ({ meta }) => facts.writtenAt(child, meta.sequence) < written - unsureMs,
      );
      const known = fold(before) as unknown as Incident | undefined;
      if (known?.parentId !== parent.id || !takesOver(entry, then, known)) return false;
      const rest = child.history.slice(before.length);
      const done = lastHandled(facts, eventId) + unsureMs;
      const others = rest.filter(
        ({ meta }) => meta.causationId !== eventId && facts.notWrittenBefore(child, meta.sequence) <= done,
      );
      return others.length === 0 && !rest.some(({ meta }) => meta.causationId === eventId);
    });
    return missing.map(({ id }) => `${eventId} (${entry.type}) was not passed on to ${id}`);
  });

/** Incidents that others name as their parent know it, and what happens to them happens to their children. */
export const brokenFamilies = (facts: Facts): string[] => {
  const all = incidents(facts);
  return all.flatMap((one) => {
    const children = all.filter(({ history }) =>
      history.some(({ changes }) => changes.parentId?.to === one.id),
    );
    const isKnown = children.length === 0 || recordOf(one).isParent === true;
    return [
      ...(isKnown
        ? []
        : [`${one.id} does not know that ${children.map(({ id }) => id)} name it as their parent`]),
      ...notPassedOn(one, facts, children),
    ];
  });
};
