import type { DynamoDbRequest, Values } from "../../../infra/local/gateway/dynamodb-accesses.ts";
import { keyText } from "./versions.ts";

type Read = DynamoDbRequest & {
  readonly ConsistentRead?: boolean;
  readonly Key?: Values;
  readonly KeyConditionExpression?: string;
  readonly ExpressionAttributeNames?: Readonly<Record<string, string>>;
  readonly ExpressionAttributeValues?: Values;
  readonly ExclusiveStartKey?: Values;
  readonly ScanIndexForward?: boolean;
};
type Answer = {
  readonly Item?: Values;
  readonly Items?: readonly Values[];
  readonly LastEvaluatedKey?: Values;
  readonly Responses?: Readonly<Record<string, readonly Values[]>>;
};
/** What an index (or without a name the table itself) orders by, and the attributes it has if not all. */
export type IndexShape = { readonly order: string; readonly attributes: readonly string[] | undefined };
export type Changed = ReadonlyMap<string, Values | undefined>;

/** Whether DynamoDB may answer a read with what was true a while ago. */
export const mayBeStale = (operation: string, request: Read): boolean => {
  // Of batches it is said for each table; the product asks one at a time.
  const [batch] = Object.values(request.RequestItems ?? {}) as readonly Pick<Read, "ConsistentRead">[];
  if (operation === "BatchGetItem") return batch?.ConsistentRead !== true;
  return (operation === "Query" || operation === "GetItem") && request.ConsistentRead !== true;
};

const condition = /^(\S+) = (:\w+)(?: AND (\S+) (<=|>=) (:\w+)| AND begins_with\((\S+), (:\w+)\))?$/;

const textOf = (values: Values | undefined, name = ""): string => String(values?.[name]?.S ?? "");

/** Whether an item belongs into the answer of a query, by the forms of conditions that the product uses. */
const matcher = (request: Read, order: string) => {
  const { KeyConditionExpression: text = "", ExpressionAttributeNames: names = {} } = request;
  const { ExpressionAttributeValues: values } = request;
  const found = condition.exec(text);
  if (found === null) throw new Error(`A condition that the simulation cannot judge: ${text}`);
  const [, partition = "", wanted, , comparison, bound, , prefix] = found;
  return (item: Values): boolean => {
    const own = textOf(item, order);
    if (own === "" || textOf(item, names[partition] ?? partition) !== textOf(values, wanted)) return false;
    if (comparison === "<=") return own <= textOf(values, bound);
    if (comparison === ">=") return own >= textOf(values, bound);
    return own.startsWith(textOf(values, prefix));
  };
};

const project = (item: Values, attributes: readonly string[] | undefined): Values =>
  attributes === undefined
    ? item
    : Object.fromEntries(Object.entries(item).filter(([name]) => attributes.includes(name)));

const staleQuery = (request: Read, answer: Answer, changed: Changed, index: IndexShape): Answer => {
  const kept = (answer.Items ?? []).filter((item) => !changed.has(keyText(item)));
  const isWhole = answer.LastEvaluatedKey === undefined && request.ExclusiveStartKey === undefined;
  const matches = matcher(request, index.order);
  const earlier = [...changed.values()]
    .filter((item): item is Values => isWhole && item !== undefined && matches(item))
    .map((item) => project(item, index.attributes));
  const direction = request.ScanIndexForward === false ? -1 : 1;
  const isBefore = (a: Values, b: Values) => textOf(a, index.order) < textOf(b, index.order);
  return { ...answer, Items: [...kept, ...earlier].sort((a, b) => direction * (isBefore(a, b) ? -1 : 1)) };
};

const staleGets = (answer: Answer, changed: Changed): Answer => ({
  ...answer,
  Responses: Object.fromEntries(
    Object.entries(answer.Responses ?? {}).map(([table, items]) => [
      table,
      items.flatMap((item): readonly Values[] => {
        const earlier = changed.has(keyText(item)) ? changed.get(keyText(item)) : item;
        return earlier === undefined ? [] : [earlier];
      }),
    ]),
  ),
});

const staleGet = ({ Key }: Read, answer: Answer, changed: Changed): Answer => {
  const key = keyText(Key ?? {});
  if (!changed.has(key)) return answer;
  const { Item: _, ...rest } = answer;
  const earlier = changed.get(key);
  return earlier === undefined ? rest : { ...rest, Item: earlier };
};

/** The answer that DynamoDB would have given a while ago, when `changed` was still as it was then. */
export const staleAnswer = (
  operation: string,
  request: Read,
  answer: Answer,
  changed: Changed,
  index: IndexShape,
): Answer => {
  if (operation === "Query") return staleQuery(request, answer, changed, index);
  return operation === "GetItem" ? staleGet(request, answer, changed) : staleGets(answer, changed);
};
