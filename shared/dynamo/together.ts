import type { Actor } from "../access/actor.ts";
import { Refusal } from "../domain/refusal.ts";
import { type Done, findDone, onceWrites } from "./once.ts";
import { growingMs, pause } from "./pause.ts";
import type { Decision, RecordBase, RecordType } from "./record.ts";
import { recordWrites } from "./record-writes.ts";
import type { Scope } from "./scope.ts";
import { type Guarded, transact } from "./transaction.ts";

/** A record of any kind as it was read (or none, where it begins), and what is decided of it. */
export type TogetherPart<R extends RecordBase = RecordBase> = {
  readonly id: string;
  /** What the actor sees of it before, and as the decision leaves it; `writes` is empty where nothing happens. */
  readonly written: (scope: Scope) => {
    readonly before: R | undefined;
    readonly after: R | undefined;
    readonly writes: readonly Guarded[];
  };
};

export const togetherPart = <R extends RecordBase>(
  type: RecordType<R>,
  id: string,
  before: R | undefined,
  decision: Decision<R>,
): TogetherPart<R> => ({
  id,
  written: (scope) => {
    const { after, writes } = recordWrites(type, scope, before, id, decision);
    const seen = (record: R | undefined) => record && (type.view as View<R>)(scope.actor, record);
    return { before: seen(before), after: seen(after), writes };
  },
});
type View<R> = (actor: Actor, record: R) => R | undefined;

/** How often a decision is made again when others were faster, before the caller is asked to retry. */
const attempts = 12;

/** What is read, and what is decided on it: in the first place the record that the call answers with. */
export type Together<T, R extends RecordBase> = {
  /** Under which name this happens once in the call or event. */
  readonly target: string;
  readonly read: () => Promise<T>;
  readonly decide: (read: T) => readonly [TogetherPart<R>, ...TogetherPart[]];
};

/**
 * Records of several kinds decided on and written as one transaction, or none of them. When somebody was faster,
 * all of it is read and decided again; a call that comes again gets its first answer, whatever has changed.
 */
export const writeTogether = async <T, R extends RecordBase>(
  scope: Scope,
  { target, read, decide }: Together<T, R>,
): Promise<R> => {
  const mustSee = (record: R | undefined): R => {
    if (record === undefined) throw new Refusal("not_found");
    return record;
  };
  const earlier = async (): Promise<Done | undefined> => findDone(scope, target);
  const attempt = async (): Promise<{ readonly record: R; readonly failed: string | undefined }> => {
    const known = await read();
    // After reading: whoever sees the effect of a twin of this call must also see that it is done.
    const done = await earlier();
    if (done?.reply !== undefined) return { record: done.reply as R, failed: undefined };
    const [first, ...others] = decide(known).map((part) => ({ id: part.id, ...part.written(scope) }));
    const own = first as { id: string } & ReturnType<TogetherPart<R>["written"]>;
    const writes = [own, ...others].flatMap((part) => part.writes);
    if (done || writes.length === 0) return { record: mustSee(own.before), failed: undefined };
    const record = own.after ?? mustSee(own.before);
    return {
      record,
      failed: await transact(scope, [...onceWrites(scope, target, own.id, record), ...writes]),
    };
  };
  for (let count = 0; count < attempts; count++) {
    const { record, failed } = await attempt().catch(async (error: unknown) => {
      // What is refused now may have been done before, by this very call.
      const done = error instanceof Refusal ? await earlier() : undefined;
      if (done?.reply === undefined) throw error;
      return { record: done.reply as R, failed: undefined };
    });
    if (!failed) return record;
    if (failed === "claim") throw new Refusal("already_exists");
    await pause(growingMs(count));
  }
  throw new Refusal("write_conflict");
};
