import type { BodyOf, ReplyOf } from "../../api/request.ts";
import { fieldsOf } from "../change-rules/kept-kind.ts";

export type Settings = ReplyOf<"GET /problem-settings">;
type Body = BodyOf<"PUT /problem-settings">;
type Rules = NonNullable<Body["rules"]>;
export type Kind = keyof Rules & string;

/** Kinds of likeness that have rules of their own. */
export const kinds: readonly Kind[] = ["service", "category", "text"];

/** A rule as it is chosen: the usual one, one's own, or not looking for such likeness at all. */
export type TypedRule = {
  readonly mode: "usual" | "own" | "none";
  readonly similarIncidents?: number;
  readonly windowDays?: number;
};

/** The rules for problems as they are typed: those for kinds of likeness one by one. */
export type TypedSettings = Omit<Body, "rules"> & Readonly<Record<Kind, TypedRule>>;

const typedRule = (rule: Rules[Kind]): TypedRule => {
  if (rule === undefined) return { mode: "usual" };
  return rule === null ? { mode: "none" } : { mode: "own", ...rule };
};

export const typedSettings = (settings: Settings): TypedSettings => {
  const { rules = {}, ...rest } = fieldsOf(settings);
  return {
    ...rest,
    service: typedRule(rules.service),
    category: typedRule(rules.category),
    text: typedRule(rules.text),
  };
};

/** What is typed as the API takes it: what is as usual is left out. */
export const settingsBody = ({ service, category, text, ...rest }: TypedSettings): Body => {
  const typed = { service, category, text };
  const rules = kinds.flatMap((kind) => {
    const { mode, ...own } = typed[kind];
    if (mode === "usual") return [];
    return [[kind, mode === "none" ? null : own] as const];
  });
  return { ...rest, ...(rules.length === 0 ? {} : { rules: Object.fromEntries(rules) as Rules }) };
};
