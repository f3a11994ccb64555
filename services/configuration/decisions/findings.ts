import type { Ci } from "../ci.ts";
import type { Attribute } from "../ci-class.ts";
import type { ComplianceRule } from "../compliance-rule.ts";
import type { AttributeValue } from "../events.ts";
import { factOf } from "./reconcile.ts";

/** What a sweep knows of a CI besides its record. */
export type Examined = {
  readonly attributes: readonly Attribute[];
  readonly isTied: boolean;
  readonly isDuplicate: boolean;
  readonly rules: readonly ComplianceRule[];
  readonly now: string;
};

const lacks = (ci: Ci, attributes: readonly Attribute[], presence: Attribute["presence"]): boolean =>
  attributes.some(({ name, presence: is }) => is === presence && ci.attributes[name] === undefined);

const dayMs = 24 * 3600 * 1000;

const isKept = (value: AttributeValue | undefined, must: ComplianceRule["must"], now: string): boolean => {
  if (must.kind === "present") return value !== undefined;
  if (value === undefined) return true;
  const texts = (Array.isArray(value) ? value : [value]).map((each) => String(each).toLowerCase());
  const among = (values: readonly string[]) => values.map((each) => each.toLowerCase());
  switch (must.kind) {
    case "oneOf":
      return texts.every((text) => among(must.values).includes(text));
    case "noneOf":
      return !texts.some((text) => among(must.values).includes(text));
    case "atLeast":
      return Number(value) >= must.value;
    case "atMost":
      return Number(value) <= must.value;
    case "before":
      return Date.parse(String(value)) <= Date.parse(now) + must.days * dayMs;
  }
};

const isAbout = (ci: Ci, { classId, environment }: ComplianceRule): boolean =>
  (classId === undefined || (ci.classPath as readonly string[]).includes(classId)) &&
  (environment === undefined || ci.environment?.toLowerCase() === environment.toLowerCase());

/** Stale is what no source that knows it has spoken of for too long; what people keep by hand is not. */
const isStale = ({ sources = [] }: Ci): boolean => {
  const speaking = sources.filter(({ isSecond, isGone }) => !isSecond && !isGone);
  return speaking.length > 0 && speaking.every(({ staleSince }) => staleSince !== undefined);
};

/** What is wrong with a CI, by name; nothing with one that is retired. */
export const findingsOf = (
  ci: Ci,
  { attributes, isTied, isDuplicate, rules, now }: Examined,
): readonly string[] => {
  if (ci.state === "retired") return [];
  const broken = rules.filter(
    (rule) => isAbout(ci, rule) && !isKept(factOf(ci, rule.attribute), rule.must, now),
  );
  return [
    ...(lacks(ci, attributes, "required") ? ["required"] : []),
    ...(lacks(ci, attributes, "recommended") ? ["recommended"] : []),
    ...(ci.ownerId === undefined && ci.teamId === undefined ? ["unowned"] : []),
    ...(isTied ? [] : ["orphan"]),
    ...(isStale(ci) ? ["stale"] : []),
    ...(isDuplicate ? ["duplicate"] : []),
    ...broken.map(({ id }) => `rule.${id}`),
  ];
};
