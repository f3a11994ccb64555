import { TransactionCanceledException } from "@aws-sdk/client-dynamodb";
import {
  PutCommand,
  type PutCommandInput,
  TransactWriteCommand,
  type TransactWriteCommandInput,
} from "@aws-sdk/lib-dynamodb";
import { Refusal } from "../domain/refusal.ts";
import type { Scope } from "./scope.ts";

type Write = NonNullable<TransactWriteCommandInput["TransactItems"]>[number];

/** A write and the name of what it means when its condition does not hold. */
export type Guarded = { readonly write: Write; readonly broken?: string };

/** DynamoDB takes at most this many items in one transaction. */
const limit = 100;

/** One item alone needs no transaction, which would cost twice the write units. */
const putAlone = async (scope: Scope, { write, broken }: Guarded): Promise<string | undefined> => {
  try {
    await scope.client.send(new PutCommand(write.Put as PutCommandInput));
    return undefined;
  } catch (error) {
    const { name } = error as Error;
    if (name === "TransactionConflictException") return "busy";
    if (name === "ConditionalCheckFailedException" && broken !== undefined) return broken;
    throw error;
  }
};

/**
 * Writes all or nothing. Answers `undefined` when written, or the `broken` name of the first condition that
 * did not hold; `busy` when another transaction had its hands on one of the items. Refuses with `too_large`
 * what does not fit one transaction.
 */
export const transact = async (scope: Scope, writes: readonly Guarded[]): Promise<string | undefined> => {
  if (writes.length > limit) {
    const detail = `It changes ${writes.length} ties and facts at once, ${limit} are possible: do it in parts`;
    throw new Refusal("too_large", detail);
  }
  const [only, ...others] = writes;
  if (only?.write.Put && others.length === 0) return putAlone(scope, only);
  try {
    await scope.client.send(new TransactWriteCommand({ TransactItems: writes.map(({ write }) => write) }));
    return undefined;
  } catch (error) {
    if (!(error instanceof TransactionCanceledException)) throw error;
    const reasons = error.CancellationReasons ?? [];
    const failed = reasons.findIndex((reason) => reason.Code === "ConditionalCheckFailed");
    const name = writes[failed]?.broken;
    if (name) return name;
    if (reasons.some((reason) => reason.Code === "TransactionConflict")) return "busy";
    throw error;
  }
};
