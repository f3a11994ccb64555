import { named } from "../../shared/kept/named.ts";
import { refusePair } from "./decisions/relation.ts";
import type { NewRelation, Relation } from "./relation.ts";
import { relationId } from "./relation.ts";
import type { RelationType } from "./relation-type.ts";
import type { ConfigurationContext } from "./table.ts";
import { bundlesOf } from "./ties-of.ts";

type Needed = Pick<ConfigurationContext, "bundles">;

/** Which part of each bundle a relation's ties go to, now or once they are of the past. */
export const partsFor = async (
  relation: Pick<Relation, "id" | "fromId" | "toId" | "impact">,
  { bundles }: Needed,
  isPast = false,
): Promise<Readonly<Record<string, number>>> => {
  const names = bundlesOf(relation, isPast);
  const parts = await Promise.all(names.map((name) => bundles.partFor(name, relation.id)));
  // Nearly all lie in the first part, which needs no remembering.
  return Object.fromEntries(
    names.map((name, at) => [name, parts[at] ?? 0] as const).filter(([, part]) => part > 0),
  );
};

/** What relating two CIs is decided with: refuses ends and types that are not there, retired, or do not fit. */
export const circumstances = async (
  { fromId, typeId, toId }: Pick<NewRelation, "fromId" | "typeId" | "toId">,
  context: ConfigurationContext,
): Promise<{ readonly type: RelationType; readonly parts: Readonly<Record<string, number>> }> => {
  const { cis, model } = context;
  const [type, from, to] = await Promise.all([
    model.relationType(typeId, "body.typeId"),
    named(cis, fromId, "body.fromId"),
    named(cis, toId, "body.toId"),
  ]);
  refusePair(type, from, to);
  const relation = { id: relationId(fromId, typeId, toId), fromId, toId, impact: type.impact };
  return { type, parts: await partsFor(relation, context) };
};
