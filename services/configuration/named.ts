import { Refusal } from "../../shared/domain/refusal.ts";
import { named } from "../../shared/kept/named.ts";
import { attributesOf } from "./attributes.ts";
import type { CiClassFields } from "./ci-class.ts";
import type { RelationTypeFields } from "./relation-type.ts";
import type { ConfigurationContext } from "./table.ts";

/** Deeper trees than eight levels nobody reads, and every CI carries its path. */
const deepest = 12;

/** Refuses a class below one that is not there, and identifiers that are no attributes of it. */
export const mustBeSensible = async (
  { parentId, attributes, identifiers }: CiClassFields,
  { model }: ConfigurationContext,
): Promise<void> => {
  const chain = await model.freshChain(parentId, "body.parentId");
  if (chain.length >= deepest)
    throw new Refusal("rule_violation", undefined, [
      { path: "body.parentId", message: `At most ${deepest} levels` },
    ]);
  const known = new Set([...attributesOf(chain), ...attributes].map(({ name }) => name));
  const unknown = identifiers.flatMap((names, at) =>
    names
      .filter((name) => name !== "name" && !known.has(name))
      .map((name) => ({ path: `body.identifiers.${at}`, message: `There is no attribute ${name}` })),
  );
  if (unknown.length > 0) throw new Refusal("invalid_input", undefined, unknown);
};

/** Refuses a type of relation for classes that are not there. */
export const mustNameClasses = async (
  { allowed }: RelationTypeFields,
  { classes }: ConfigurationContext,
): Promise<void> => {
  for (const [at, pair] of allowed.entries())
    for (const end of ["from", "to"] as const) await named(classes, pair[end], `body.allowed.${at}.${end}`);
};
