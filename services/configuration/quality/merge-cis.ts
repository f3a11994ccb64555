import type { Duplicate } from "../ci-duplicate.ts";
import { finishMerge, goInto, takeOver } from "../decisions/duplicate.ts";
import { relate, relateAgain, unrelate } from "../decisions/relation.ts";
import { partsFor } from "../relate.ts";
import { type Relation, relationId } from "../relation.ts";
import type { ConfigurationContext } from "../table.ts";

const activeOf = async (ciId: string, { relations }: ConfigurationContext): Promise<readonly Relation[]> => {
  const [found] = await Promise.all(
    ["relationsFrom", "relationsTo"].map((index) => relations.few({ index, partition: ciId }, 100)),
  ).then((both) => [both.flat()]);
  const there = await relations.present([...new Set(found?.map(({ id }) => id))]);
  return [...there.values()].filter(({ state }) => state === "active");
};

/** The same relation with the CI that stays at the end of the one that goes, unless that ties it to itself. */
const moveRelation = async (
  relation: Relation,
  goneId: string,
  survivorId: string,
  context: ConfigurationContext,
): Promise<void> => {
  const { relations, relationTypes, now } = context;
  const { typeId, weight, group, source, impact } = relation;
  const end = (id: string) => (id === goneId ? survivorId : id);
  const [fromId, toId] = [end(relation.fromId), end(relation.toId)];
  const id = relationId(fromId, typeId, toId);
  if (fromId !== toId) {
    const said = {
      weight,
      group,
      source,
      now: now(),
      parts: await partsFor({ id, fromId, toId, impact }, context),
    };
    const type = await relationTypes.get(typeId);
    const is = (await relations.present([id])).get(id);
    if (!is) await relations.createAs(id, relate(id, type, said));
    else
      await relations.update(id, undefined, (each) =>
        each.state === "ended" ? relateAgain(each, said) : [],
      );
  }
  const parts = await partsFor(relation, context, true);
  await relations.update(relation.id, undefined, (each) =>
    each.state === "active" ? unrelate(each, { now: now(), parts }) : [],
  );
};

/**
 * What a CI has become by earlier merges: three records of one thing are three pairs, merged in whatever order. Of
 * one that is on its way into `survivorId` that is the last before it.
 */
const lastOf = async (ciId: string, context: ConfigurationContext, survivorId?: string): Promise<string> => {
  const { supersededBy } = await context.allCis.get(ciId);
  const isLast = supersededBy === undefined || supersededBy === survivorId;
  return isLast ? ciId : lastOf(supersededBy, context, survivorId);
};

/**
 * Does what is left of a merge: the one CI goes, the other takes over, the relations move. Every step looks
 * whether it is done, so whoever is cut off leaves the rest to the next run.
 */
export const mergeCis = async (
  duplicate: Duplicate,
  deadline: number,
  context: ConfigurationContext,
): Promise<Duplicate> => {
  const { allCis, duplicates, model, now } = context;
  const { id, survivorId: stays, take = [], ciIds, state } = duplicate;
  const goes = ciIds.find((each) => each !== stays);
  if (state !== "merging" || stays === undefined || goes === undefined) return duplicate;
  const survivorId = await lastOf(stays, context);
  const goneId = await lastOf(goes, context, survivorId);
  // Both have become one by other merges already.
  if (survivorId === goneId) return duplicates.update(id, undefined, finishMerge);
  const gone = await allCis.update(goneId, undefined, (ci) => goInto(ci, survivorId, now()));
  const survivor = await allCis.get(survivorId);
  const chain = await model.chainOf(survivor.classId);
  await allCis.update(survivorId, undefined, (ci) => takeOver(ci, gone, take, chain));
  for (;;) {
    const left = await activeOf(goneId, context);
    if (left.length === 0) return duplicates.update(id, undefined, finishMerge);
    for (const relation of left) {
      if (performance.now() > deadline) return duplicate;
      await moveRelation(relation, goneId, survivorId, context);
    }
  }
};
