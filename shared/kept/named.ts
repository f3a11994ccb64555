import { Refusal } from "../domain/refusal.ts";
import type { RecordBase } from "../dynamo/record.ts";
import type { Records } from "../dynamo/records-of-kind.ts";

/** The refusal of an id that leads nowhere, at the place of the input that names it. */
export const unknownId = (id: string, path: string): Refusal =>
  new Refusal("invalid_input", undefined, [{ path, message: `There is no ${id}` }]);

/**
 * A record that a request names at `path`, to be used from now on: refused as `invalid_input` when it is not
 * there (or not for the actor to see), as `rule_violation` when it is retired.
 */
export const named = async <R extends RecordBase & { readonly state: string }>(
  records: Pick<Records<R>, "get">,
  id: string,
  path: string,
): Promise<R> => {
  const record = await records.get(id).catch((error: unknown) => {
    throw error instanceof Refusal ? unknownId(id, path) : error;
  });
  if (record.state === "retired")
    throw new Refusal("rule_violation", undefined, [{ path, message: `${id} is retired` }]);
  return record;
};
