import type { TimeZone } from "../../shared/time/time-zone.ts";

/** How the cases write a time: a text, or a text with its zone; a date in cases about days. */
export type TimeForm = string | { readonly iso: string; readonly zone?: string } | { readonly date: string };

export const isDate = (form: TimeForm): form is { readonly date: string } =>
  typeof form === "object" && "date" in form;

const textOf = (form: TimeForm): string =>
  typeof form === "string" ? form : isDate(form) ? `${form.date}T00:00:00` : form.iso;

const hasZone = (text: string): boolean => /(?:Z|[+-]\d\d:?\d\d)$/i.test(text);

/** Epoch ms of a time; one without zone is on the wall of the calendar's. */
export const instantOf = (form: TimeForm, zone: TimeZone): number => {
  const text = textOf(form).replace(" ", "T");
  const instant = hasZone(text) ? Date.parse(text) : zone.instantOf(Date.parse(`${text}Z`));
  if (Number.isNaN(instant)) throw new Error(`Not a time: ${textOf(form)}`);
  return instant;
};

const two = (number: number): string => String(number).padStart(2, "0");

const offsetText = (offset: number): string => {
  if (offset === 0) return "Z";
  const minutes = Math.abs(offset) / 60_000;
  return `${offset < 0 ? "-" : "+"}${two(Math.floor(minutes / 60))}:${two(Math.floor(minutes % 60))}`;
};

const inZone = (instant: number, zone: TimeZone): string => {
  const offset = zone.offsetAt(instant);
  return new Date(instant + offset).toISOString().replace("Z", offsetText(offset));
};

/**
 * An instant written as the question wrote its time: with a zone, on the wall of the calendar's zone; without
 * milliseconds where it had none (unless there are some); without a zone where it had none.
 */
export const written = (instant: number, like: TimeForm, zone: TimeZone): unknown => {
  if (typeof like === "object" && "iso" in like) return { iso: inZone(instant, zone), zone: zone.name };
  if (typeof like === "object") return { date: inZone(instant, zone).slice(0, 10) };
  const text = hasZone(like)
    ? new Date(instant).toISOString()
    : new Date(instant + zone.offsetAt(instant)).toISOString().slice(0, -1);
  return /\.\d/.test(like) ? text : text.replace(".000", "");
};
