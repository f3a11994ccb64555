import { DeleteCommand, GetCommand, PutCommand } from "@aws-sdk/lib-dynamodb";
import type { Position } from "./cursor.ts";
import type { Scope } from "./scope.ts";

/** Where long work stands: asked for at `since` (ISO 8601), done up to and including what `reached` names. */
export type Job = {
  readonly since: string;
  readonly reached?: { readonly partition: string; readonly after?: Position | undefined } | undefined;
};

/** Work too long for one run, which later runs take up where it stands. */
export type Jobs = {
  /** Asks for the work, from its beginning even if it is under way. */
  readonly ask: (name: string) => Promise<void>;
  readonly load: (name: string) => Promise<Job | undefined>;
  /** The work where it stands, asked for if nobody did. */
  readonly begin: (name: string) => Promise<Job>;
  /** Keeps how far it came; nothing where it was asked for anew meanwhile. */
  readonly keep: (name: string, job: Job) => Promise<void>;
  /** It is done, unless it was asked for anew meanwhile. */
  readonly end: (name: string, job: Job) => Promise<void>;
};

export const createJobs = ({ client, table: TableName, clock }: Scope): Jobs => {
  const keyOf = (name: string) => ({ pk: `JOB#${name}`, sk: "JOB" });
  const unlessAskedAnew = ({ since }: Job) => ({
    ConditionExpression: "since = :since",
    ExpressionAttributeValues: { ":since": since },
  });
  const orAskedAnew = (error: unknown): void => {
    if ((error as Error).name !== "ConditionalCheckFailedException") throw error;
  };
  const ask = async (name: string): Promise<Job> => {
    const job = { since: clock.now().toISOString() };
    await client.send(new PutCommand({ TableName, Item: { ...keyOf(name), ...job } }));
    return job;
  };
  const load: Jobs["load"] = async (name) => {
    const get = new GetCommand({ TableName, Key: keyOf(name), ConsistentRead: true });
    const { Item: item } = await client.send(get);
    return item as Job | undefined;
  };
  return {
    ask: async (name) => {
      await ask(name);
    },
    load,
    begin: async (name) => (await load(name)) ?? ask(name),
    keep: async (name, job) => {
      const Item = { ...keyOf(name), ...job };
      await client.send(new PutCommand({ TableName, Item, ...unlessAskedAnew(job) })).catch(orAskedAnew);
    },
    end: async (name, job) => {
      const Key = keyOf(name);
      await client.send(new DeleteCommand({ TableName, Key, ...unlessAskedAnew(job) })).catch(orAskedAnew);
    },
  };
};
