import type { Service } from "../../../shared/service.ts";
import type { Settings } from "../settings.ts";
import { at, type Part, type Templates } from "./templates.ts";

/** Something in a template that breaks a rule of this house. */
export type Finding = { readonly rule: string; readonly part: Part; readonly message: string };

/** What rules judge: the templates, and what they were made from. */
export type Installation = {
  readonly templates: Templates;
  readonly services: readonly Service[];
  readonly settings: Settings;
};

export type Rule = (installation: Installation) => readonly Finding[];

/** A finding wherever a property is not exactly this. */
export const mustBe =
  (rule: string, part: Part) =>
  (path: string, wanted: unknown): Finding[] => {
    const found = at(part, path);
    if (JSON.stringify(found) === JSON.stringify(wanted)) return [];
    return [{ rule, part, message: `${path} is ${JSON.stringify(found)}, not ${JSON.stringify(wanted)}` }];
  };

/** A finding unless the condition holds. */
export const unless = (holds: boolean, rule: string, part: Part, message: string): Finding[] =>
  holds ? [] : [{ rule, part, message }];
