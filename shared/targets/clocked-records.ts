import type { Records } from "../dynamo/records.ts";
import type { ClockedRecord, ClockKeeper } from "./keep-clocks.ts";

/** Records whose every write keeps their clocks. */
export type ClockedRecords<R extends ClockedRecord> = Records<R> & {
  /** Tells what fell since the record was last written, and brings its clocks up to the terms in force. */
  readonly refresh: (id: string) => Promise<R>;
};

/** Puts the keeping of clocks between a service and its store; `keeper` is asked once per write. */
export const withClocks = <R extends ClockedRecord>(
  records: Records<R>,
  keeper: () => Promise<ClockKeeper<R>>,
): ClockedRecords<R> => ({
  ...records,
  create: async (decide, name) => {
    const { first } = await keeper();
    return records.create((id) => first(id, decide(id)), name);
  },
  createAs: async (id, given, name) => {
    const { first } = await keeper();
    return records.createAs(id, () => first(id, typeof given === "function" ? given() : given), name);
  },
  update: async (id, ifMatch, decide) => {
    const { around } = await keeper();
    return records.update(id, ifMatch, (record) => around([record], ([one]) => [decide(one as R)])[0] ?? []);
  },
  updateTogether: async (ids, ifMatch, decide) => {
    const { around } = await keeper();
    return records.updateTogether(ids, ifMatch, (...all) =>
      around(all, ([first, ...others]) => decide(first as R, ...others)),
    );
  },
  refresh: async (id) => records.update(id, undefined, (await keeper()).refresh),
});
