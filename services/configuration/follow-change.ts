import { fitsBytes } from "../../shared/domain/fits-bytes.ts";
import { Refusal } from "../../shared/domain/refusal.ts";
import type { ChangeModificationsDue } from "../change/events-modifications.ts";
import { followChange as decide, valuesOf } from "./decisions/follow-change.ts";
import { relate, relateAgain, unrelate } from "./decisions/relation.ts";
import { dependentsOf } from "./dependents.ts";
import type { FollowedModifications } from "./events-followed.ts";
import { followedId, noteFollowed } from "./followed-change.ts";
import { circumstances, partsFor } from "./relate.ts";
import { type Relation, relationId } from "./relation.ts";
import type { ConfigurationContext } from "./table.ts";

type Due = (typeof ChangeModificationsDue)["data"]["_output"];
type Result = FollowedModifications["results"][number];
type Asked = { readonly changeId: string; readonly sequence: number; readonly applies: boolean };

/** All values together, so that what is told fits an event; the CI's own history has the others. */
const mostBytes = 60_000;

const refused = (of: string, error: unknown): Result => {
  if (!(error instanceof Refusal) || error.code === "write_conflict") throw error;
  const told = [error.message, ...error.violations.map(({ path, message }) => `${path}: ${message}`)];
  return { of, outcome: "refused", reason: told.join("; ").slice(0, 500) };
};

const followCi = async (
  { ciId, set }: Due["modifications"]["cis"][number],
  asked: Asked,
  context: ConfigurationContext,
): Promise<Result> => {
  const { cis, model, now } = context;
  try {
    const seen = await cis.get(ciId);
    const dependents =
      set.state === "retired" || seen.state !== "retired"
        ? await dependentsOf(ciId, context)
        : { count: 0, ids: [] };
    const on = { chain: await model.chainOf(seen.classId), dependents, now: now() };
    const after = await cis.update(ciId, undefined, (ci) => decide(ci, { ...asked, set }, on));
    const mark = after.followedChanges?.find(({ changeId }) => changeId === asked.changeId);
    return {
      of: ciId,
      outcome: asked.applies ? "applied" : "reverted",
      before: mark?.before,
      after: valuesOf(after, set),
    };
  } catch (error) {
    return refused(ciId, error);
  }
};

const found = async (id: string, { relations }: ConfigurationContext): Promise<Relation | undefined> =>
  relations.get(id).catch((error: unknown) => {
    if (!(error instanceof Refusal)) throw error;
    return undefined;
  });

type Ends = Pick<Relation, "fromId" | "typeId" | "toId">;

const tie = async (
  id: string,
  ends: Ends,
  source: string,
  context: ConfigurationContext,
): Promise<boolean> => {
  const { relations, now } = context;
  const relation = await found(id, context);
  if (relation?.state === "active") return false;
  const { type, parts } = await circumstances(ends, context);
  const given = { parts, now: now(), weight: relation?.weight ?? 1, group: relation?.group };
  await (relation
    ? relations.update(id, undefined, (latest) =>
        latest.state === "active" ? [] : relateAgain(latest, given),
      )
    : relations.createAs(id, relate(id, type, { ...given, source })));
  return true;
};

const untie = async (id: string, context: ConfigurationContext): Promise<boolean> => {
  const { relations, now } = context;
  const relation = await found(id, context);
  if (relation?.state !== "active") return false;
  const parts = await partsFor(relation, context, true);
  await relations.update(id, undefined, (latest) =>
    latest.state === "active" ? unrelate(latest, { parts, now: now() }) : [],
  );
  return true;
};

/** Relates or ends as the change says; taken back is only what this change did. */
const followRelation = async (
  { action, ...ends }: Due["modifications"]["relations"][number],
  { applies, changeId }: Asked,
  earlier: readonly Result[],
  context: ConfigurationContext,
): Promise<Result> => {
  const id = relationId(ends.fromId, ends.typeId, ends.toId);
  const wasDone = earlier.some(({ of, outcome }) => of === id && outcome === "applied");
  if (!applies && !wasDone) return { of: id, outcome: "unchanged" };
  try {
    const relates = (action === "relate") === applies;
    const did = relates ? await tie(id, ends, changeId, context) : await untie(id, context);
    // A repeat finds related what the first try did: its source says so.
    const isOwn = did || (relates && (await found(id, context))?.source === changeId);
    return { of: id, outcome: applies ? (isOwn ? "applied" : "unchanged") : "reverted" };
  } catch (error) {
    return refused(id, error);
  }
};

const withinBytes = (results: readonly Result[]): Result[] => {
  const told = results.map((result) => ({ ...result }));
  return fitsBytes(mostBytes)(told) ? told : told.map(({ before: _b, after: _a, ...rest }) => rest);
};

/** Brings the CMDB to what a change has made of it, or back, and tells what became of each modification. */
export const followChange = async (
  { change, applies, modifications }: Due,
  sequence: number,
  context: ConfigurationContext,
): Promise<void> => {
  const asked = { changeId: change.id, sequence, applies };
  const earlier = await context.followed.get(followedId(change.id));
  if (earlier.sequence >= sequence) return;
  const results: Result[] = [];
  for (const each of modifications.cis) results.push(await followCi(each, asked, context));
  for (const each of modifications.relations)
    results.push(await followRelation(each, asked, earlier.results, context));
  await context.followed.update(earlier.id, undefined, (before) =>
    noteFollowed(before, { ...asked, results: withinBytes(results) }),
  );
};
