import type { Change } from "../change.ts";
import { invalid } from "./command.ts";

const day = 24 * 3_600_000;
/** Longer than a month is a project: its parts are changes of their own. */
const mostDays = 31;

type Window = Pick<Partial<Change>, "plannedStart" | "plannedEnd">;

/** Refuses a window that ends before it begins, lacks one end, or is longer than a change may last. */
export const mustBeWindow = ({ plannedStart, plannedEnd }: Window): void => {
  if (plannedStart === undefined && plannedEnd === undefined) return;
  if (plannedStart === undefined) throw invalid("body.plannedStart", "A window has a beginning and an end");
  if (plannedEnd === undefined) throw invalid("body.plannedEnd", "A window has a beginning and an end");
  const length = Date.parse(plannedEnd) - Date.parse(plannedStart);
  if (length <= 0) throw invalid("body.plannedEnd", "After the beginning");
  if (length > mostDays * day)
    throw invalid("body.plannedEnd", `At most ${mostDays} days; a longer one has parts of its own`);
};

/** Refuses a task outside the window of its change. */
export const mustBeWithin = (task: Window, change: Window, path = "body"): void => {
  if (
    task.plannedStart !== undefined &&
    task.plannedEnd !== undefined &&
    task.plannedEnd <= task.plannedStart
  )
    throw invalid(`${path}.plannedEnd`, "After the beginning");
  const { plannedStart: from, plannedEnd: to } = change;
  if (from === undefined || to === undefined) return;
  for (const end of ["plannedStart", "plannedEnd"] as const) {
    const at = task[end];
    if (at !== undefined && (at < from || at > to))
      throw invalid(`${path}.${end}`, `Within the window of the change, ${from} to ${to}`);
  }
};
