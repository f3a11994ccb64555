import type { BusEvent } from "../parts.ts";
import type { Rule } from "./rule.ts";

export type CompiledRule = Rule & { readonly matches: (event: unknown) => boolean };
export type RuleIndex = (event: BusEvent) => readonly CompiledRule[];

const ANY = "*";

const key = (source: string, detailType: string) => JSON.stringify([source, detailType]);

/** The plain strings that a pattern names for a field; ANY where it says nothing or something less plain. */
const named = (pattern: unknown, field: string): readonly string[] => {
  const values: unknown =
    typeof pattern === "object" && pattern !== null ? Reflect.get(pattern, field) : undefined;
  const arePlain =
    Array.isArray(values) && values.every((value) => typeof value === "string" && value !== ANY);
  return arePlain ? [...new Set<string>(values)] : [ANY];
};

/** Finds the rules that match an event; looks only at those that name its source and detail-type, or neither. */
export const createRuleIndex = (rules: readonly CompiledRule[]): RuleIndex => {
  const index = new Map<string, CompiledRule[]>();
  for (const rule of rules) {
    for (const source of named(rule.pattern, "source"))
      for (const detailType of named(rule.pattern, "detail-type")) {
        const at = key(source, detailType);
        index.set(at, [...(index.get(at) ?? []), rule]);
      }
  }
  return (event) => {
    const { source, "detail-type": detailType } = event;
    return [key(source, detailType), key(source, ANY), key(ANY, detailType), key(ANY, ANY)]
      .flatMap((at) => index.get(at) ?? [])
      .filter((rule) => rule.matches(event));
  };
};
