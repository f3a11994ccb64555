import { inWords } from "../../parts/words.ts";
import { baselineTexts as texts } from "./texts.ts";

/** A value of an item as it was or is, in words. */
export const valueText = (value: unknown): string => {
  if (value === undefined || value === null || value === "") return texts.none;
  if (Array.isArray(value)) return value.map(valueText).join("; ") || texts.none;
  if (typeof value !== "object") return String(value);
  return Object.entries(value)
    .map(([name, each]) => `${inWords(name)}: ${valueText(each)}`)
    .join("; ");
};

/** The ends and the type that a relation's id names. */
export const endsIn = (id: string) => {
  const [from = "", type = "", to = ""] = id.split(".");
  return { id, from, type: inWords(type), to };
};
