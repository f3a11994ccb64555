import type { Attribute } from "../ci-class.ts";
import type { AttributeValue } from "../events.ts";
import type { Value } from "../import-row.ts";

/** What a source wrote as an attribute's kind of value, or why it is none. */
export type ReadValue = { readonly value: AttributeValue } | { readonly problem: string };

const truths: Readonly<Record<string, boolean>> = {
  true: true,
  yes: true,
  "1": true,
  on: true,
  false: false,
  no: false,
  "0": false,
  off: false,
};

const numberIn = (given: Value, isWhole: boolean): ReadValue => {
  const text = String(given).trim();
  const number = Number(text);
  if (text === "" || !Number.isFinite(number)) return { problem: "Not a number" };
  return isWhole && !Number.isInteger(number) ? { problem: "Not a whole number" } : { value: number };
};

const instantIn = (text: string): ReadValue => {
  const at = new Date(text);
  return Number.isNaN(at.getTime()) ? { problem: "Not a point in time" } : { value: at.toISOString() };
};

const choiceIn = (text: string, choices: readonly string[]): ReadValue => {
  const found = choices.find((choice) => choice.toLowerCase() === text.toLowerCase());
  return found === undefined ? { problem: `None of ${choices.slice(0, 10).join(", ")}` } : { value: found };
};

const readers: Readonly<Record<Attribute["kind"], (given: Value, attribute: Attribute) => ReadValue>> = {
  text: (given) => ({ value: Array.isArray(given) ? given.join("; ") : String(given) }),
  texts: (given) => ({
    value: Array.isArray(given)
      ? given
      : String(given)
          .split(";")
          .map((part) => part.trim())
          .filter(Boolean),
  }),
  integer: (given) => numberIn(given, true),
  number: (given) => numberIn(given, false),
  boolean: (given) => {
    const truth = truths[String(given).trim().toLowerCase()];
    return truth === undefined ? { problem: "Neither true nor false" } : { value: truth };
  },
  date: (given) => {
    const text = String(given).trim().slice(0, 10);
    return /^\d{4}-\d{2}-\d{2}$/.test(text) ? { value: text } : { problem: "Not a date such as 2026-05-03" };
  },
  instant: (given) => instantIn(String(given).trim()),
  choice: (given, { choices = [] }) => choiceIn(String(given).trim(), choices),
  ip: (given) => ({ value: String(given).trim() }),
  url: (given) => ({ value: String(given).trim() }),
};

/** Sources write everything as text: a value in the form that the attribute's kind has here. */
export const readValue = (given: Value, attribute: Attribute): ReadValue =>
  readers[attribute.kind](given, attribute);
