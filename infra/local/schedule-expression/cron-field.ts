import { ScheduleError } from "./schedule-error.ts";

/** One field of a cron expression: its bounds and the names its values may be called by. */
export type FieldShape = {
  readonly name: string;
  readonly from: number;
  readonly to: number;
  readonly names?: readonly string[];
};

const months = ["JAN", "FEB", "MAR", "APR", "MAY", "JUN", "JUL", "AUG", "SEP", "OCT", "NOV", "DEC"];

/** The six fields, in the order AWS writes them; 1 is January and 1 is Sunday. */
export const fieldShapes = {
  minute: { name: "minutes", from: 0, to: 59 },
  hour: { name: "hours", from: 0, to: 23 },
  dayOfMonth: { name: "day-of-month", from: 1, to: 31 },
  month: { name: "month", from: 1, to: 12, names: months },
  dayOfWeek: {
    name: "day-of-week",
    from: 1,
    to: 7,
    names: ["SUN", "MON", "TUE", "WED", "THU", "FRI", "SAT"],
  },
  year: { name: "year", from: 1970, to: 2199 },
} as const satisfies Readonly<Record<string, FieldShape>>;

/** Reads one number or name of a field. */
export const fieldValue = (text: string, shape: FieldShape): number => {
  const named = shape.names?.indexOf(text.toUpperCase()) ?? -1;
  const value = named >= 0 ? named + shape.from : /^\d{1,4}$/.test(text) ? Number(text) : Number.NaN;
  if (!(value >= shape.from && value <= shape.to))
    throw new ScheduleError(`${shape.name}: "${text}" is not in ${shape.from}-${shape.to}`);
  return value;
};

const bounds = (range: string, stepped: boolean, shape: FieldShape): readonly [number, number] => {
  if (range === "*") return [shape.from, shape.to];
  const [first = "", last, ...more] = range.split("-");
  if (more.length > 0) throw new ScheduleError(`${shape.name}: "${range}" is no range`);
  const from = fieldValue(first, shape);
  const to = last === undefined ? (stepped ? shape.to : from) : fieldValue(last, shape);
  if (to < from) throw new ScheduleError(`${shape.name}: the range "${range}" ends before it begins`);
  return [from, to];
};

const valuesOf = (term: string, shape: FieldShape): readonly number[] => {
  const [range = "", step, ...more] = term.split("/");
  if (more.length > 0 || (step !== undefined && !/^[1-9]\d{0,3}$/.test(step)))
    throw new ScheduleError(`${shape.name}: "${term}" has no usable step`);
  const [from, to] = bounds(range, step !== undefined, shape);
  const by = Number(step ?? 1);
  return Array.from({ length: Math.floor((to - from) / by) + 1 }, (_, index) => from + index * by);
};

/** All values of a plain field (`*`, lists, ranges, steps), ascending. */
export const parseField = (text: string, shape: FieldShape): readonly number[] =>
  [...new Set(text.split(",").flatMap((term) => valuesOf(term, shape)))].sort((one, other) => one - other);
