import { GetCommand } from "@aws-sdk/lib-dynamodb";
import { Refusal } from "../domain/refusal.ts";
import { nextNumber } from "./counter.ts";
import { historyUntil } from "./history-until.ts";
import { eventRange, historyEntryOf, recordOf, recordSortKey } from "./items.ts";
import { type Done, findDone, hadEffect, onceWrites } from "./once.ts";
import { growingMs, pause } from "./pause.ts";
import { countItems, type Found, getItems, readAll, readPage, readPages } from "./query.ts";
import { type Decision, fold, type RecordBase, type RecordType } from "./record.ts";
import { createLookups } from "./record-lookups.ts";
import { recordWrites } from "./record-writes.ts";
import type { Records } from "./records-of-kind.ts";
import type { Scope } from "./scope.ts";
import { spreadEdges } from "./spread-edges.ts";
import { transact } from "./transaction.ts";

export type { Records } from "./records-of-kind.ts";

/** One of the records that a transaction writes, as it was, and what happens to it. */
type Part<R> = { readonly before: R | undefined; readonly id: string; readonly decision: Decision<R> };

/** How often a decision is made again when others were faster, before the caller is asked to retry. */
const attempts = 12;

export const createRecords = <R extends RecordBase>(type: RecordType<R>, scope: Scope): Records<R> => {
  const { table: TableName, client, actor } = scope;

  const load = async (id: string): Promise<R | undefined> => {
    const get = new GetCommand({ TableName, Key: { pk: id, sk: recordSortKey }, ConsistentRead: true });
    const { Item: item } = await client.send(get);
    return item ? recordOf<R>(item) : type.initial?.(id);
  };

  const visible = (record: R | undefined): R => {
    const seen = record && type.view(actor, record);
    if (!seen) throw new Refusal("not_found");
    return seen;
  };

  const write = async (parts: readonly Part<R>[], target: string) => {
    const written = parts.map(({ before, id, decision }) => recordWrites(type, scope, before, id, decision));
    const [{ before, id } = { before: undefined, id: "" }] = parts;
    const after = written[0]?.after;
    const writes = written.flatMap((each) => each.writes);
    if (!after || writes.length === 0) return { record: visible(before), failed: undefined };
    // Who hands a restricted record to another team sees it a last time as it was before.
    const record = type.view(actor, after) ?? visible(before);
    return { record, failed: await transact(scope, [...onceWrites(scope, target, id, record), ...writes]) };
  };

  const again = async (target: string): Promise<R> => {
    const done: Done | undefined = await findDone(scope, target);
    return (done?.reply as R | undefined) ?? visible(done && (await load(done.id)));
  };

  /** What is refused now may have been done before, by this very request: then its first answer stands. */
  const firstAnswer = async (target: string, refusal: unknown): Promise<R> => {
    if (refusal instanceof Refusal && (await findDone(scope, target))) return again(target);
    throw refusal;
  };

  const createAs: Records<R>["createAs"] = async (id, given, name = "") => {
    if (id.includes("#")) throw new Error(`A record cannot have the id ${id}`);
    const target = `create:${type.prefix}#${name}`;
    let decision: Decision<R>;
    try {
      decision = typeof given === "function" ? given() : given;
    } catch (error) {
      return firstAnswer(target, error);
    }
    for (let attempt = 0; attempt < attempts; attempt++) {
      const { record, failed } = await write([{ before: undefined, id, decision }], target);
      if (!failed) return record;
      if (failed === "done") return again(target);
      if (failed === "claim" || failed === "version") throw new Refusal("already_exists");
      await pause(growingMs(attempt));
    }
    throw new Refusal("write_conflict");
  };

  const create: Records<R>["create"] = async (decide, name) => {
    const id = await nextNumber(scope, type.prefix);
    return createAs(id, () => decide(id), name);
  };

  const updateTogether: Records<R>["updateTogether"] = async (ids, ifMatch, decide) => {
    const [id] = ids;
    for (let attempt = 0; attempt < attempts; attempt++) {
      const [before, ...others] = await Promise.all(ids.map(load));
      // After the record: whoever sees the effect of a twin of this request must also see that it is done.
      const done = await findDone(scope, id);
      if (done?.reply !== undefined) return done.reply as R;
      const seen = visible(before);
      if (done) {
        hadEffect(scope, id);
        return seen;
      }
      if (ifMatch !== undefined && ifMatch !== seen.version) throw new Refusal("version_conflict");
      const seenOthers = others.map((other) => other && type.view(actor, other) && other);
      const decisions = decide(before as R, ...seenOthers);
      const parts = ids.map((each, i) => ({
        before: i === 0 ? before : others[i - 1],
        id: each,
        decision: decisions[i] ?? [],
      }));
      const { record, failed } = await write(parts, id);
      if (!failed) {
        if (decisions.some((decision) => decision.length > 0)) hadEffect(scope, id);
        return record;
      }
      if (failed === "done") return again(id);
      if (failed === "claim") throw new Refusal("already_exists");
      // Of several the version that moved may be another's: the next round looks.
      if (ifMatch !== undefined && failed === "version" && others.length === 0)
        throw new Refusal("version_conflict");
      await pause(growingMs(attempt));
    }
    throw new Refusal("write_conflict");
  };

  const shown = (found: readonly Found[], edges: boolean | undefined) =>
    edges ? byEdges(found) : found.map((item) => type.view(actor, recordOf<R>(item)));

  const byEdges = async (found: readonly Found[]): Promise<readonly (R | undefined)[]> => {
    const items = await getItems(scope, [...new Set(found.map((item) => String(item.pk)))]);
    return found.map(({ pk }) => {
      const item = items.get(String(pk));
      return item && type.view(actor, recordOf<R>(item));
    });
  };

  return {
    get: async (id) => visible(await load(id)),
    asOf: async (id, instant) => {
      const history = await historyUntil(scope, id, instant);
      const record = history.length === 0 ? undefined : fold<R>(history, type.initial?.(id), type.follows);
      return record && type.view(actor, record);
    },
    create,
    createAs,
    update: (id, ifMatch, decide) => updateTogether([id], ifMatch, (record) => [decide(record)]),
    updateTogether,
    ...createLookups(type, scope),
    list: ({ edges, ...ask }, page) => readPage(scope, ask, page, (found) => shown(found, edges)),
    few: async ({ edges, ...ask }, most) => {
      for await (const found of readAll(scope, ask, most))
        return (await shown(found, edges)).flatMap((record) => (record === undefined ? [] : [record as R]));
      return [];
    },
    history: async (id, { newestFirst, ...page }) => {
      const record = await load(id);
      visible(record);
      return readPage(scope, { partition: id, ...eventRange, newestFirst }, page, (found) =>
        found.map((item) => type.viewEntry(actor, record as R, historyEntryOf(item))),
      );
    },
    spread: (id) => spreadEdges(type, scope, () => load(id)),
    count: (ask, most) => countItems(scope, ask, most),
    ids: async function* (ask) {
      for await (const items of readAll(scope, ask)) yield items.map((item) => String(item.pk));
    },
    idPages: async function* (ask, after) {
      for await (const { items, next } of readPages(scope, ask, after, 100))
        yield { items: items.map((item) => String(item.pk)), next };
    },
  };
};
