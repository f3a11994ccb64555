import { DynamoDBClient } from "@aws-sdk/client-dynamodb";
import { DynamoDBDocument } from "@aws-sdk/lib-dynamodb";

/** The fixture's table, named by the template. */
export const tableName = process.env.TABLE ?? "";

/** One client per container, connections kept alive. */
export const table = DynamoDBDocument.from(new DynamoDBClient({}));
