import * as z from "zod";
import { occurrencesBetween, Recurrence } from "../../shared/time/recurrence.ts";
import type { Window } from "../../shared/time/windows.ts";
import { Instant } from "./task.ts";

/** When something holds: once from one moment to another, or again and again by a rule. */
export const timesFields = {
  from: Instant.optional().describe("Once: its beginning"),
  to: Instant.optional().describe("Once: its end"),
  recurrence: Recurrence.optional().describe("Instead: again and again"),
};
/** The same as it is shown. */
export const seenTimes = { from: z.iso.datetime().optional(), to: z.iso.datetime().optional() };

export type Times = {
  readonly from?: string | undefined;
  readonly to?: string | undefined;
  readonly recurrence?: Recurrence | undefined;
};

/** Either both ends or a rule. */
export const refuseTimes = ({ from, to, recurrence }: Times, context: z.RefinementCtx): void => {
  const fault = (path: string, message: string) =>
    context.addIssue({ code: "custom", path: [path], message });
  if (recurrence !== undefined) {
    if (from !== undefined || to !== undefined) fault("recurrence", "Either from and to, or a recurrence");
    return;
  }
  if (from === undefined || to === undefined)
    fault(from === undefined ? "from" : "to", "Say from and to, or a recurrence");
  else if (to <= from) fault("to", "After the beginning");
};

/** The stretches (epoch ms) that touch those between two moments (ISO 8601). */
export const stretchesOf = (
  { from, to, recurrence }: Times,
  begin: string,
  end: string,
): readonly Window[] => {
  const [first, last] = [Date.parse(begin), Date.parse(end)];
  if (recurrence) return occurrencesBetween(recurrence, first, last);
  if (from === undefined || to === undefined) return [];
  const once = { from: Date.parse(from), until: Date.parse(to) };
  return once.from < last && once.until > first ? [once] : [];
};
