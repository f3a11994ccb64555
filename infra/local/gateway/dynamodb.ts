import type { LoadedAssembly } from "../template/loaded-assembly.ts";
import type { Answer } from "./answer.ts";
import { AwsFailure } from "./aws-failure.ts";
import type { CallingFunction } from "./callers.ts";
import type { CapacityMeter, ConsumedCapacity } from "./capacity.ts";
import { type Access, accessesOf, type DynamoDbRequest, isWrite } from "./dynamodb-accesses.ts";
import type { Guard } from "./guard.ts";
import type { Upstream } from "./upstream.ts";

/** Answers the DynamoDB calls of functions. */
export type DynamoDbService = (caller: CallingFunction, operation: string, body: Buffer) => Promise<Answer>;

/** What the DynamoDB side of the gateway works with. */
export type DynamoDbParts = {
  readonly assembly: LoadedAssembly;
  readonly guard: Guard;
  readonly upstream: Upstream;
  readonly capacity: CapacityMeter;
  /** Told after every call that may have put records on a table's stream. */
  readonly wrote: (table: string) => void;
};

type Table = { readonly arn: string; readonly partitionKey: string };

const tablesOf = (assembly: LoadedAssembly): ReadonlyMap<string, Table> =>
  new Map(
    [...assembly.ofType("AWS::DynamoDB::Table"), ...assembly.ofType("AWS::DynamoDB::GlobalTable")].map(
      ({ ref, arn, properties }) => [
        ref,
        { arn, partitionKey: properties.KeySchema?.[0]?.AttributeName ?? "" },
      ],
    ),
  );

/** Only policies that name the request's keys pay for working them out. */
const policiesNameKeys = (assembly: LoadedAssembly): boolean =>
  assembly.resources.some(
    ({ type, properties }) =>
      type.startsWith("AWS::IAM::") && /dynamodb:LeadingKeys/i.test(JSON.stringify(properties)),
  );

const leadingKeys = ({ keys }: Access, { partitionKey }: Table): string[] =>
  keys.flatMap((values) => Object.values(values[partitionKey] ?? {}).map(String));

const parseBody = (body: Buffer): DynamoDbRequest => {
  try {
    return JSON.parse(body.toString());
  } catch {
    throw new AwsFailure("com.amazon.coral.service#SerializationException", "the request body is no JSON");
  }
};

/** The database's own place is not the template's: names that leave it are rewritten, and the checksum with them dropped. */
const relocate = (answer: Answer, { account, region }: LoadedAssembly["place"]): Answer => {
  const text = answer.body
    .toString()
    .replaceAll(/arn:aws:dynamodb:[\w-]+:\d{12}:/g, `arn:aws:dynamodb:${region}:${account}:`);
  return { ...answer, headers: { ...answer.headers, "x-amz-crc32": "" }, body: Buffer.from(text) };
};

/** Makes the DynamoDB side of the gateway: every item access is authorised, then the bytes go on as they came. */
export const createDynamoDbService = ({
  assembly,
  guard,
  upstream,
  capacity,
  wrote,
}: DynamoDbParts): DynamoDbService => {
  const tables = tablesOf(assembly);
  const needsKeys = policiesNameKeys(assembly);
  const { account, region } = assembly.place;

  const demand = (caller: CallingFunction, access: Access): void => {
    const table = tables.get(access.table) ?? {
      arn: `arn:aws:dynamodb:${region}:${account}:table/${access.table}`,
      partitionKey: "",
    };
    const resource = access.index === undefined ? table.arn : `${table.arn}/index/${access.index}`;
    const context = needsKeys ? { "dynamodb:LeadingKeys": leadingKeys(access, table) } : undefined;
    guard.demand(caller, `dynamodb:${access.action}`, resource, context);
  };

  return async (caller, operation, body) => {
    const request = parseBody(body);
    const accesses = accessesOf(operation, request);
    for (const access of accesses) demand(caller, access);
    const target = `DynamoDB_20120810.${operation}`;
    const isCounted = capacity.isOn() && (request.ReturnConsumedCapacity ?? "NONE") === "NONE";
    try {
      const sent = isCounted ? JSON.stringify({ ...request, ReturnConsumedCapacity: "TOTAL" }) : body;
      const answer = await upstream.call(target, sent);
      if (capacity.isOn()) {
        const consumed: { ConsumedCapacity?: ConsumedCapacity } = JSON.parse(answer.body.toString());
        capacity.add(operation, consumed.ConsumedCapacity);
      }
      return operation === "DescribeTable" ? relocate(answer, assembly.place) : answer;
    } finally {
      for (const access of accesses) if (isWrite(access)) wrote(access.table);
    }
  };
};
