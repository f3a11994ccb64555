import type { TableV2 } from "aws-cdk-lib/aws-dynamodb";
import { PolicyStatement } from "aws-cdk-lib/aws-iam";
import type { TableDefinition } from "../../../shared/dynamo/table-definition.ts";

/** What the record store calls; a transaction is authorized by the actions it is made of. No Scan. */
export const itemActions = [
  "dynamodb:BatchGetItem",
  "dynamodb:ConditionCheckItem",
  "dynamodb:DeleteItem",
  "dynamodb:GetItem",
  "dynamodb:PutItem",
  "dynamodb:Query",
  "dynamodb:UpdateItem",
] as const;

/** Items of the service's own table, and queries on its declared indexes by name. */
export const tableAccess = (table: TableV2, { indexes }: TableDefinition): PolicyStatement[] => {
  const arns = Object.keys(indexes).map((index) => `${table.tableArn}/index/${index}`);
  const items = new PolicyStatement({ actions: [...itemActions], resources: [table.tableArn] });
  if (arns.length === 0) return [items];
  return [items, new PolicyStatement({ actions: ["dynamodb:Query"], resources: arns })];
};
