import type { Change } from "../change.ts";
import type { ChangeTask } from "../task.ts";
import { mustBeWithin } from "./window.ts";

type Window = Pick<Partial<Change>, "plannedStart" | "plannedEnd">;

const minute = 60_000;
const at = (start: string, minutes: number): string =>
  new Date(Date.parse(start) + minutes * minute).toISOString();
const minutesBetween = (from: string, to: string): number =>
  Math.round((Date.parse(to) - Date.parse(from)) / minute);

/** Where in a window a task is: as it was planned to be, or where it happens to lie. */
const placeOf = (task: ChangeTask, { plannedStart: start }: Window) => {
  const { offsetMinutes, durationMinutes, plannedStart, plannedEnd } = task;
  if (offsetMinutes !== undefined) return { offsetMinutes, durationMinutes };
  if (start === undefined || plannedStart === undefined) return {};
  return {
    offsetMinutes: minutesBetween(start, plannedStart),
    durationMinutes:
      plannedEnd === undefined || plannedEnd <= plannedStart
        ? undefined
        : minutesBetween(plannedStart, plannedEnd),
  };
};

const defined = <T extends object>(value: T): T =>
  Object.fromEntries(Object.entries(value).filter(([, part]) => part !== undefined)) as T;

/** A task at its place in a window; without a window its place is remembered, and its times are not known. */
export const placed = (task: ChangeTask, before: Window, { plannedStart: start }: Window): ChangeTask => {
  const place = placeOf(task, before);
  const { offsetMinutes, durationMinutes } = place;
  if (offsetMinutes === undefined) return task;
  const { plannedStart: _start, plannedEnd: _end, ...rest } = task;
  if (start === undefined) return defined({ ...rest, ...place });
  const end = durationMinutes === undefined ? undefined : at(start, offsetMinutes + durationMinutes);
  return defined({ ...rest, ...place, plannedStart: at(start, offsetMinutes), plannedEnd: end });
};

/** Refuses a window that the work does not fit into. */
export const mustFit = (tasks: readonly ChangeTask[], window: Window): void => {
  for (const [index, task] of tasks.entries())
    if (task.state === "open") mustBeWithin(task, window, `tasks.${index}`);
};

/** The tasks of a change whose window is another one: what has not begun moves with it, and fits into it. */
export const movedTasks = (tasks: readonly ChangeTask[], before: Window, after: Window): ChangeTask[] => {
  const moved = tasks.map((task) => (task.state === "open" ? placed(task, before, after) : task));
  mustFit(moved, after);
  return moved;
};
