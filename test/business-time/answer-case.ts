import { type CalendarForm, calendarOf } from "./calendar-form.ts";
import { operations, type Question } from "./operations.ts";
import { answerSla, type SlaForm } from "./sla-form.ts";
import type { TimeForm } from "./time-form.ts";

type Named = {
  readonly time?: TimeForm;
  readonly date?: string;
  readonly start?: TimeForm;
  readonly from?: TimeForm;
  readonly to?: TimeForm;
  readonly seconds?: number;
  readonly days?: number;
  readonly hours?: number;
  readonly amount?: number;
  readonly unit?: string;
  readonly direction?: string;
  readonly end_of_working_day?: boolean;
};

/** Arguments stand in a list, under names in `args`, or under names in the case itself. */
type CaseForm = Named & {
  readonly op: string;
  readonly calendar: CalendarForm | null;
  readonly args?: Named | readonly unknown[];
};

const inOrder = (args: readonly unknown[]): Named => {
  const [time, second] = args;
  return typeof second === "number"
    ? { time: time as TimeForm, amount: second }
    : { time: time as TimeForm, to: second as TimeForm };
};

const questionOf = (form: CaseForm): Question => {
  const args = form.args ?? form;
  const named = Array.isArray(args) ? inOrder(args) : (args as Named);
  const time =
    named.time ?? named.start ?? named.from ?? (named.date === undefined ? undefined : { date: named.date });
  if (time === undefined) throw new Error("No time to start from");
  return {
    calendar: calendarOf(form.calendar),
    time,
    to: named.to,
    amount: named.amount ?? named.seconds ?? named.days ?? named.hours ?? 0,
    unit: named.unit ?? "",
    direction: named.direction ?? "after",
    endOfDay: named.end_of_working_day ?? false,
  };
};

/**
 * The answer to one case, in the form of its `expected` (for a due-date case, see `answerSla`);
 * `{ error }` if it cannot be computed.
 */
export const answerCase = (form: unknown): unknown => {
  try {
    if (typeof form !== "object" || form === null) throw new Error("Not a case");
    if ("target" in form) return answerSla(form as SlaForm);
    const operation = operations[(form as CaseForm).op];
    if (!operation) throw new Error(`Unknown operation: ${String((form as CaseForm).op)}`);
    return operation(questionOf(form as CaseForm));
  } catch (error) {
    return { error: error instanceof Error ? error.message : String(error) };
  }
};
