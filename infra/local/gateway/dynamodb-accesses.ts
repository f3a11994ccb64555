import { AwsFailure } from "./aws-failure.ts";

/** What one request needs permission for. */
export type Access = {
  readonly action: string;
  readonly table: string;
  readonly index?: string;
  readonly keys: readonly Values[];
};

/** Attribute values by name, as the wire has them: `{ "pk": { "S": "a" } }`. */
export type Values = Readonly<Record<string, Readonly<Record<string, unknown>>>>;

type Single = {
  readonly TableName?: string;
  readonly IndexName?: string;
  readonly Key?: Values;
  readonly Item?: Values;
};
type KeysOfTable = { readonly Keys?: readonly Values[] };
type WriteOfTable = {
  readonly PutRequest?: { readonly Item?: Values };
  readonly DeleteRequest?: { readonly Key?: Values };
};

/** A DynamoDB request body; which members are there depends on the operation. */
export type DynamoDbRequest = Single & {
  readonly RequestItems?: Readonly<Record<string, unknown>>;
  readonly TransactItems?: readonly Readonly<Record<string, Single>>[];
  readonly ReturnConsumedCapacity?: string;
  /** Of a transaction: what tells a repeat from another. */
  readonly ClientRequestToken?: string;
};

/** Table names may be given as ARNs. */
const tableOf = (name: string | undefined): string => name?.split(":table/").at(-1) ?? "";

const single =
  (operation: string) =>
  (body: DynamoDbRequest): Access[] => [
    {
      action: operation,
      table: tableOf(body.TableName),
      ...(body.IndexName === undefined ? {} : { index: body.IndexName }),
      keys: [body.Key ?? body.Item ?? {}],
    },
  ];

/** Each element of a transaction needs the permission of the single action. */
const transaction =
  (actions: Readonly<Record<string, string>>) =>
  (body: DynamoDbRequest): Access[] =>
    (body.TransactItems ?? []).flatMap((item) =>
      Object.entries(item).map(([kind, element]) => ({
        action: actions[kind] ?? kind,
        table: tableOf(element.TableName),
        keys: [element.Key ?? element.Item ?? {}],
      })),
    );

const batch =
  (operation: string, keysOf: (requests: unknown) => readonly Values[]) =>
  (body: DynamoDbRequest): Access[] =>
    Object.entries(body.RequestItems ?? {}).map(([table, requests]) => ({
      action: operation,
      table: tableOf(table),
      keys: keysOf(requests),
    }));

const operations: Readonly<Record<string, (body: DynamoDbRequest) => Access[]>> = {
  GetItem: single("GetItem"),
  PutItem: single("PutItem"),
  UpdateItem: single("UpdateItem"),
  DeleteItem: single("DeleteItem"),
  Query: single("Query"),
  Scan: single("Scan"),
  DescribeTable: single("DescribeTable"),
  DescribeTimeToLive: single("DescribeTimeToLive"),
  BatchGetItem: batch("BatchGetItem", (requests) => (requests as KeysOfTable).Keys ?? []),
  BatchWriteItem: batch("BatchWriteItem", (requests) =>
    (requests as readonly WriteOfTable[]).map(
      ({ PutRequest, DeleteRequest }) => PutRequest?.Item ?? DeleteRequest?.Key ?? {},
    ),
  ),
  TransactGetItems: transaction({ Get: "GetItem" }),
  TransactWriteItems: transaction({
    Put: "PutItem",
    Update: "UpdateItem",
    Delete: "DeleteItem",
    ConditionCheck: "ConditionCheckItem",
  }),
};

const writers = new Set(["PutItem", "UpdateItem", "DeleteItem", "BatchWriteItem"]);

/** Whether an access can put a record on the table's stream. */
export const isWrite = ({ action }: Access): boolean => writers.has(action);

/** Everything one request does, so that each can be authorised. */
export const accessesOf = (operation: string, body: DynamoDbRequest): readonly Access[] => {
  const read = operations[operation];
  if (read === undefined)
    throw new AwsFailure("UnsupportedOperation", `the local cloud does not support dynamodb:${operation}`);
  return read(body);
};
