/**
 * The parts of a recurrence rule (RRULE, RFC 5545) as a form reads and writes them. The text itself is what is kept, so
 * that a part that no field shows is not lost by changing another one.
 */
const order = ["FREQ", "INTERVAL", "BYMONTH", "BYMONTHDAY", "BYDAY", "BYSETPOS", "UNTIL", "WKST"];

const partsOf = (rule: string): ReadonlyMap<string, string> =>
  new Map(
    rule
      .split(";")
      .filter(Boolean)
      .map((part) => {
        const [name = "", value = ""] = part.split("=");
        return [name.toUpperCase(), value] as const;
      }),
  );

const placeOf = (name: string): number => (order.includes(name) ? order.indexOf(name) : order.length);

const textOf = (parts: ReadonlyMap<string, string>): string =>
  [...parts]
    .filter(([, value]) => value !== "")
    .toSorted(([one], [other]) => placeOf(one) - placeOf(other))
    .map(([name, value]) => `${name}=${value}`)
    .join(";");

/** A part of a rule; empty where it says nothing of it. */
export const rulePart = (rule: string, name: string): string => partsOf(rule).get(name) ?? "";

/** The rule with some parts said otherwise; an empty one is taken away. */
export const withParts = (rule: string, parts: Readonly<Record<string, string>>): string =>
  textOf(new Map([...partsOf(rule), ...Object.entries(parts)]));

/** What a rule begins with when it comes by other stretches of time: what said days by the former ones says nothing now. */
export const rulesBy: Readonly<Record<string, string>> = {
  DAILY: "FREQ=DAILY",
  WEEKLY: "FREQ=WEEKLY;BYDAY=MO",
  MONTHLY: "FREQ=MONTHLY;BYDAY=1MO",
  YEARLY: "FREQ=YEARLY;BYMONTH=1;BYMONTHDAY=1",
};

/** `2TU` as which and what: the second Tuesday. */
export const nthDay = (rule: string): { readonly nth: string; readonly weekday: string } => {
  const [, nth = "1", weekday = "MO"] = /^([+-]?\d)?([A-Z]{2})/.exec(rulePart(rule, "BYDAY")) ?? [];
  return { nth, weekday };
};
