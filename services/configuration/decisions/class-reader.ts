import { attributesOf, type ClassChain, schemaOf } from "../attributes.ts";
import type { Attributes } from "../ci.ts";
import type { Attribute } from "../ci-class.ts";

/** What is wrong with an attribute. */
export type Fault = { readonly attribute: string; readonly message: string };

/** A class as an import reads by it; made once for all of its rows. */
export type ClassReader = {
  readonly id: string;
  /** The class and those it is a kind of, root first. */
  readonly chain: ClassChain;
  /** Their ids, nearest first. */
  readonly lineage: readonly string[];
  readonly attributes: ReadonlyMap<string, Attribute>;
  /** Whether there may be new CIs of it. */
  readonly isUsable: boolean;
  /** What is wrong with values. What is missing is not: a source knows what it knows, and health tells the rest. */
  readonly faults: (attributes: Attributes) => readonly Fault[];
};

const withoutDuty = (chain: ClassChain): ClassChain =>
  chain.map((each) => ({
    ...each,
    attributes: each.attributes.map((attribute) => ({ ...attribute, presence: "optional" as const })),
  }));

export const classReader = (chain: ClassChain): ClassReader => {
  const own = chain.at(-1);
  const schema = schemaOf(withoutDuty(chain));
  return {
    id: own?.id ?? "",
    chain,
    lineage: chain.map(({ id }) => id).toReversed(),
    attributes: new Map(attributesOf(chain).map((attribute) => [attribute.name, attribute])),
    isUsable: own !== undefined && !own.abstract && own.state === "active",
    faults: (attributes) => {
      const { error } = schema.safeParse(attributes);
      return (error?.issues ?? []).map(({ path, message }) => ({ attribute: path.join("."), message }));
    },
  };
};
