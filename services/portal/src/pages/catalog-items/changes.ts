import { fieldName } from "../../api/plain-words.ts";
import { type Money, moneyText } from "../../parts/money.ts";
import { catalogItemTexts as texts } from "./texts.ts";

type Fields = Readonly<Record<string, unknown>>;

/** One difference between two editions, in words. */
export type Difference = { readonly place: string; readonly before: string; readonly after: string };

const isMoney = (value: unknown): value is Money =>
  isFields(value) && typeof value.amount === "number" && typeof value.currency === "string";

const isFields = (value: unknown): value is Fields =>
  typeof value === "object" && value !== null && !Array.isArray(value);

/** What something in a list is known by: rows by their names, other things by what they are. */
const keyOf = (value: unknown): string => {
  if (!isFields(value)) return JSON.stringify(value);
  const { key, value: choice, name, reason, field } = value;
  return String(key ?? choice ?? name ?? reason ?? field ?? JSON.stringify(value));
};

const titleOf = (value: unknown): string => {
  if (!isFields(value)) return String(value);
  const { label, title, name, reason, kind, id, key } = value;
  return String(label ?? title ?? name ?? reason ?? [kind, id, key].filter(Boolean).join(" "));
};

const childText = (value: object, name: string): string => String((value as Fields)[name] ?? "");

/** A value as people read it. */
export const valueText = (value: unknown): string => {
  if (value === undefined || value === null || value === "") return "–";
  if (typeof value === "boolean") return value ? texts.yes : texts.no;
  if (Array.isArray(value)) return value.map(valueText).join(", ") || "–";
  if (isMoney(value)) return [moneyText(value), childText(value, "every")].filter(Boolean).join(" / ");
  if (!isFields(value)) return String(value);
  const { label, title, name } = value;
  const named = label ?? title ?? name;
  if (typeof named === "string") return named;
  return Object.entries(value)
    .filter(([, each]) => each !== undefined)
    .map(([field, each]) => `${fieldName(field)} ${valueText(each)}`)
    .join(", ");
};

const isSame = (one: unknown, other: unknown): boolean => JSON.stringify(one) === JSON.stringify(other);
const isRows = (value: unknown): value is readonly Fields[] =>
  Array.isArray(value) && value.length > 0 && value.every(isFields);

const inside = (place: string, part: string): string => (place === "" ? part : `${place} › ${part}`);

/** Lists that only hold other lists say nothing by their own names. */
const silent = new Set(["sections", "fields"]);

/** Amounts that are said without a currency are in that of the item. */
const amounts = new Set(["price", "recurring", "costAtLeast", "costAtMost"]);
const asMoney = (name: string, value: unknown, currency: string): unknown =>
  amounts.has(name) && typeof value === "number" ? { amount: value, currency } : value;

const rowsDiffer = (
  before: readonly unknown[],
  after: readonly unknown[],
  currency: string,
  place: string,
): Difference[] => {
  const old = new Map(before.map((each) => [keyOf(each), each]));
  const now = new Map(after.map((each) => [keyOf(each), each]));
  const stayed = [...old.keys()].filter((key) => now.has(key));
  const isMoved = !isSame(
    stayed,
    [...now.keys()].filter((key) => old.has(key)),
  );
  return [
    ...(isMoved ? [{ place, before: "", after: texts.moved }] : []),
    ...[...old]
      .filter(([key]) => !now.has(key))
      .map(([, row]) => ({
        place: inside(place, titleOf(row)),
        before: valueText(row),
        after: texts.removed,
      })),
    ...[...now].flatMap(([key, row]) => {
      const here = inside(place, titleOf(row));
      return old.has(key)
        ? differences(old.get(key), row, currency, here)
        : [{ place: here, before: "", after: texts.added }];
    }),
  ];
};

/**
 * Where two editions differ, row by row: a field that was renamed for people is one difference at that field, a section
 * that moved is one, too. Ids in data are not told.
 */
export const differences = (before: unknown, after: unknown, currency: string, place = ""): Difference[] => {
  if (isSame(before, after)) return [];
  if (isRows(before) && Array.isArray(after)) return rowsDiffer(before, after, currency, place);
  if (isRows(after) && (before === undefined || Array.isArray(before)))
    return rowsDiffer(Array.isArray(before) ? before : [], after, currency, place);
  if (!isFields(before) || !isFields(after) || isMoney(before) || isMoney(after))
    return [{ place, before: valueText(before), after: valueText(after) }];
  const names = [...new Set([...Object.keys(before), ...Object.keys(after)])];
  return names.flatMap((name) =>
    differences(
      asMoney(name, before[name], currency),
      asMoney(name, after[name], currency),
      currency,
      silent.has(name) ? place : inside(place, fieldName(name)),
    ),
  );
};
