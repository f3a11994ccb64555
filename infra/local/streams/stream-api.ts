import type { Upstream } from "../gateway/upstream.ts";

/** A stream record as DynamoDB's stream API gives it. */
export type StreamRecord = {
  readonly eventID: string;
  readonly eventName: string;
  readonly eventVersion: string;
  readonly userIdentity?: unknown;
  readonly dynamodb: {
    readonly Keys: Readonly<Record<string, unknown>>;
    readonly SequenceNumber: string;
    readonly SizeBytes?: number;
  };
};

/** A part of a stream; a closed one has a last sequence number. */
export type Shard = { readonly ShardId: string; readonly ParentShardId?: string };
export type Page = { readonly Records: readonly StreamRecord[]; readonly NextShardIterator?: string };

/** The calls of the stream API that a reader needs. */
export type StreamApi = {
  /** The database's own ARN of a table's stream. */
  readonly streamOf: (table: string) => Promise<string>;
  readonly shards: (streamArn: string) => Promise<readonly Shard[]>;
  /** An iterator behind `after`, or at the oldest record kept. */
  readonly iterator: (streamArn: string, shardId: string, after?: string) => Promise<string>;
  /** An iterator at the record with this sequence number. */
  readonly iteratorAt: (streamArn: string, shardId: string, sequence: string) => Promise<string>;
  readonly records: (iterator: string, limit: number) => Promise<Page>;
};

/** What the stream API answered instead. */
export class StreamFailure extends Error {
  readonly type: string;

  constructor(type: string, message: string) {
    super(`${type}: ${message}`);
    this.type = type;
  }
}

/** Speaks the stream API over the gateway's own connections. */
export const createStreamApi = (upstream: Upstream): StreamApi => {
  const call = async <Reply>(target: string, request: unknown): Promise<Reply> => {
    const { status, body } = await upstream.call(target, JSON.stringify(request));
    const reply = JSON.parse(body.toString());
    if (status !== 200)
      throw new StreamFailure(String(reply.__type).split("#").at(-1) ?? "", reply.Message ?? reply.message);
    return reply;
  };
  const stream = <Reply>(operation: string, request: unknown): Promise<Reply> =>
    call(`DynamoDBStreams_20120810.${operation}`, request);

  const shardsFrom = async (StreamArn: string, start?: string): Promise<readonly Shard[]> => {
    const request = { StreamArn, ExclusiveStartShardId: start };
    type Reply = {
      readonly StreamDescription: {
        readonly Shards?: readonly Shard[];
        readonly LastEvaluatedShardId?: string;
      };
    };
    const { StreamDescription } = await stream<Reply>("DescribeStream", request);
    const { Shards = [], LastEvaluatedShardId } = StreamDescription;
    return LastEvaluatedShardId === undefined
      ? Shards
      : [...Shards, ...(await shardsFrom(StreamArn, LastEvaluatedShardId))];
  };

  const iterator = async (StreamArn: string, ShardId: string, from: object): Promise<string> => {
    const request = { StreamArn, ShardId, ...from };
    return (await stream<{ ShardIterator: string }>("GetShardIterator", request)).ShardIterator;
  };

  return {
    streamOf: async (TableName) => {
      type Reply = { readonly Table: { readonly LatestStreamArn?: string } };
      const { Table } = await call<Reply>("DynamoDB_20120810.DescribeTable", { TableName });
      if (Table.LatestStreamArn === undefined)
        throw new StreamFailure("NoStream", `table ${TableName} has no stream`);
      return Table.LatestStreamArn;
    },
    shards: (streamArn) => shardsFrom(streamArn),
    iterator: (streamArn, shardId, after) =>
      iterator(
        streamArn,
        shardId,
        after === undefined
          ? { ShardIteratorType: "TRIM_HORIZON" }
          : { ShardIteratorType: "AFTER_SEQUENCE_NUMBER", SequenceNumber: after },
      ),
    iteratorAt: (streamArn, shardId, sequence) =>
      iterator(streamArn, shardId, { ShardIteratorType: "AT_SEQUENCE_NUMBER", SequenceNumber: sequence }),
    records: (ShardIterator, Limit) => stream("GetRecords", { ShardIterator, Limit }),
  };
};
