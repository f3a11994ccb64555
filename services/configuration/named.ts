import { Refusal } from "../../shared/domain/refusal.ts";
import { named, unknownId } from "../../shared/kept/named.ts";
import { attributesOf } from "./attributes.ts";
import type { BaselineFields } from "./baseline.ts";
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

/** Refuses a baseline of CIs that are not there, or of an instant that is not past; none given, it is now. */
export const mustHaveBegun = async (
  { ciIds, at }: BaselineFields,
  { cis, now }: ConfigurationContext,
): Promise<{ readonly at: string }> => {
  if (at !== undefined && Date.parse(at) > Date.parse(now()))
    throw new Refusal("rule_violation", undefined, [{ path: "body.at", message: "That is still to come" }]);
  for (const [i, id] of ciIds.entries())
    await cis.get(id).catch((error: unknown) => {
      throw error instanceof Refusal ? unknownId(id, `body.ciIds.${i}`) : error;
    });
  return { at: at ?? now() };
};
