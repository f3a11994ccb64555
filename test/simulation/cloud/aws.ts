import { AwsFailure } from "../../../infra/local/gateway/aws-failure.ts";
import { createCapacityMeter } from "../../../infra/local/gateway/capacity.ts";
import { createDynamoDbService } from "../../../infra/local/gateway/dynamodb.ts";
import type { DynamoDbRequest } from "../../../infra/local/gateway/dynamodb-accesses.ts";
import type { Guard } from "../../../infra/local/gateway/guard.ts";
import { httpDate } from "../../../infra/local/gateway/http-date.ts";
import { createPutEvents } from "../../../infra/local/gateway/put-events.ts";
import { createKeyService } from "../../../infra/local/gateway/signing-keys.ts";
import type { Answer, Upstream } from "../../../infra/local/gateway/upstream.ts";
import type { Bus, Clock } from "../../../infra/local/parts.ts";
import type { LoadedAssembly } from "../../../infra/local/template.ts";
import type { Call } from "./invocations.ts";
import { type IndexShape, mayBeStale, staleAnswer } from "./stale-answer.ts";
import type { Versions } from "./versions.ts";

/** What an AWS call asks for. */
export type Asked = { readonly operation: string; readonly request: DynamoDbRequest & Entries };
export type Entries = { readonly Entries?: readonly unknown[] };

/** Answers the AWS calls of functions as the local cloud's gateway does, without a network in between. */
export type Aws = {
  readonly asked: (call: Call) => Asked;
  readonly perform: (call: Call) => Promise<Answer>;
  /** The same read as DynamoDB might have answered it a while ago. */
  readonly performStale: (call: Call, agoMs: number) => Promise<Answer>;
  /** Publishes without the entries that are to fail. */
  readonly performPart: (call: Call, failing: ReadonlySet<number>) => Promise<Answer>;
  readonly fail: (type: string, status: number, more?: object) => Answer;
};

export type AwsParts = {
  readonly assembly: LoadedAssembly;
  readonly guard: Guard;
  readonly upstream: Upstream;
  readonly bus: Pick<Bus, "put">;
  readonly clock: Clock;
  readonly versions: Versions;
};

type Index = {
  readonly IndexName: string;
  readonly KeySchema: readonly { readonly AttributeName: string }[];
  readonly Projection: { readonly NonKeyAttributes?: readonly string[] };
};

const shapeOf = (assembly: LoadedAssembly, { TableName, IndexName }: DynamoDbRequest): IndexShape => {
  const tables = [
    ...assembly.ofType("AWS::DynamoDB::Table"),
    ...assembly.ofType("AWS::DynamoDB::GlobalTable"),
  ];
  const indexes: readonly Index[] =
    tables.find(({ ref }) => ref === TableName)?.properties.GlobalSecondaryIndexes ?? [];
  const index = indexes.find((each) => each.IndexName === IndexName);
  if (index === undefined) return { order: "sk", attributes: undefined };
  const keys = index.KeySchema.map(({ AttributeName }) => AttributeName);
  const attributes = [...keys, "pk", "sk", ...(index.Projection.NonKeyAttributes ?? [])];
  return { order: keys[1] ?? "", attributes };
};

export const createAws = ({ assembly, guard, upstream, bus, clock, versions }: AwsParts): Aws => {
  const wrote = () => undefined;
  const dynamoDb = createDynamoDbService({
    assembly,
    guard,
    upstream,
    capacity: createCapacityMeter(),
    wrote,
  });
  const putEvents = createPutEvents(assembly, guard, bus, clock);
  const keys = createKeyService(assembly, guard);

  const headers = () => ({ "content-type": "application/x-amz-json-1.0", date: httpDate(clock.now()) });
  const json = (status: number, value: unknown): Answer => ({
    status,
    headers: headers(),
    body: Buffer.from(JSON.stringify(value)),
  });
  const fail: Aws["fail"] = (type, status, more = {}) =>
    json(status, { __type: type, message: `${type}, for a simulation`, ...more });

  const asked = ({ outgoing }: Call): Asked => ({
    operation: outgoing.target.split(".")[1] ?? "",
    request: JSON.parse(outgoing.body.toString()),
  });
  const callerOf = ({ invocation }: Call) => {
    const { arn, roleArn } = invocation.spec;
    return { functionArn: arn, roleArn };
  };
  const serve = async (call: Call): Promise<Answer> => {
    const { operation, request } = asked(call);
    if (call.outgoing.target.startsWith("TrentService."))
      return json(200, keys(callerOf(call), operation, call.outgoing.body));
    if (operation === "PutEvents") return json(200, putEvents(callerOf(call), call.outgoing.body));
    const answer = await dynamoDb(callerOf(call), operation, call.outgoing.body);
    if (answer.status === 200) versions.wrote(operation, request, clock.now());
    return { ...answer, headers: { ...answer.headers, date: httpDate(clock.now()) } };
  };
  const perform = (call: Call): Promise<Answer> =>
    serve(call).catch((error: unknown) => {
      if (error instanceof AwsFailure) return fail(error.type, error.status, { message: error.message });
      throw error;
    });

  return {
    asked,
    perform,
    fail,
    performStale: async (call, agoMs) => {
      const { operation, request } = asked(call);
      const answer = await perform(call);
      if (answer.status !== 200 || !mayBeStale(operation, request)) return answer;
      const table = request.TableName ?? Object.keys(request.RequestItems ?? {})[0] ?? "";
      const changed = versions.asOf(table, clock.now() - agoMs);
      const now = JSON.parse(answer.body.toString());
      return json(200, staleAnswer(operation, request, now, changed, shapeOf(assembly, request)));
    },
    performPart: async (call, failing) => {
      const entries = asked(call).request.Entries ?? [];
      const sent = entries.filter((_, index) => !failing.has(index));
      const body = Buffer.from(JSON.stringify({ Entries: sent }));
      const { Entries: done } = sent.length === 0 ? { Entries: [] } : putEvents(callerOf(call), body);
      const left = [...done];
      const Entries = entries.map((_, index) =>
        failing.has(index)
          ? { ErrorCode: "ThrottlingException", ErrorMessage: "Rate exceeded" }
          : left.shift(),
      );
      return json(200, { FailedEntryCount: entries.length - sent.length, Entries });
    },
  };
};
