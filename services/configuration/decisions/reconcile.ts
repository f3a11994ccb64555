import { isSame } from "../../../shared/domain/is-same.ts";
import type { Ci } from "../ci.ts";
import type { AttributeValue } from "../events.ts";
import { byHand, mayOverwrite, outranks, type PrecedenceRule } from "../precedence.ts";
import { redundancyTexts } from "./redundancy-texts.ts";
import { factNames, groupsFact, type Said } from "./said.ts";

/** What somebody else said, and what the row says; it stays as it was. */
export type Kept = {
  readonly attribute: string;
  readonly is: AttributeValue;
  readonly said: AttributeValue;
  readonly origin: string;
};

export type Reconciled = {
  /** By attribute or fact, what it will be. */
  readonly changes: Readonly<Record<string, AttributeValue>>;
  /** Whose word counts from now on, where that changes. */
  readonly origins: Readonly<Record<string, string>>;
  readonly kept: readonly Kept[];
};

const isFact = (name: string): boolean => (factNames as readonly string[]).includes(name);

/** What a CI has under a name, fact or attribute. */
export const factOf = (
  ci: Pick<Ci, "attributes" | "redundancy">,
  name: string,
): AttributeValue | undefined => {
  if (!isFact(name)) return ci.attributes[name];
  if (name !== groupsFact) return (ci as Ci)[name as keyof Ci] as AttributeValue | undefined;
  return ci.redundancy && ci.redundancy.length > 0 ? redundancyTexts(ci.redundancy) : undefined;
};

/** Whose word a value is. What nobody is named for, people wrote. */
export const originOf = (ci: Ci, name: string): string | undefined => {
  const value = factOf(ci, name);
  if (value === undefined) return undefined;
  return ci.origins?.[name] ?? byHand;
};

/** What a source's word means for a CI: where it counts, where another's does, and where it says nothing new. */
export const reconcile = (
  ci: Ci,
  { values, class: known }: Said,
  sourceId: string,
  rules: readonly PrecedenceRule[],
): Reconciled => {
  const { lineage } = known;
  const changes: Record<string, AttributeValue> = {};
  const origins: Record<string, string> = {};
  const kept: Kept[] = [];
  for (const [name, said] of Object.entries(values)) {
    const is = factOf(ci, name);
    const origin = originOf(ci, name);
    if (is === undefined || origin === undefined) {
      changes[name] = said;
      origins[name] = sourceId;
    } else if (isSame(is, said)) {
      // The stronger source stands by it from now on, so that the order in which sources come makes no difference.
      if (outranks(rules, lineage, name, sourceId, origin)) origins[name] = sourceId;
    } else if (mayOverwrite(rules, lineage, name, sourceId, origin)) {
      changes[name] = said;
      if (origin !== sourceId) origins[name] = sourceId;
    } else kept.push({ attribute: name, is, said, origin });
  }
  return { changes, origins, kept };
};
