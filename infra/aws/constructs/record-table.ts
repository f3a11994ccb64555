import {
  AttributeType,
  Billing,
  ProjectionType,
  StreamViewType,
  TableEncryptionV2,
  TableV2,
} from "aws-cdk-lib/aws-dynamodb";
import type { Construct } from "constructs";
import {
  expiryAttribute,
  indexAttributes,
  projectedAttributes,
  type TableDefinition,
} from "../../../shared/dynamo/table-definition.ts";
import type { Settings } from "../settings.ts";
import { removalPolicy } from "./retention.ts";

const text = (name: string) => ({ name, type: AttributeType.STRING });

const globalIndex = (indexName: string) => {
  const { partition, order } = indexAttributes(indexName);
  return {
    indexName,
    partitionKey: text(partition),
    sortKey: text(order),
    projectionType: ProjectionType.INCLUDE,
    nonKeyAttributes: [...projectedAttributes],
  };
};

/**
 * A service's records and their history. Its explicit name is a guard: a change that would need a new table
 * (other keys) fails to deploy instead of leaving the service with an empty one.
 */
export const createTable = (
  scope: Construct,
  tableName: string,
  definition: TableDefinition,
  settings: Settings,
): TableV2 =>
  new TableV2(scope, "Table", {
    tableName,
    partitionKey: text("pk"),
    sortKey: text("sk"),
    billing: Billing.onDemand(),
    globalSecondaryIndexes: Object.keys(definition.indexes).map(globalIndex),
    // The publisher reads event items only, and those are written once: no old images needed.
    dynamoStream: StreamViewType.NEW_IMAGE,
    timeToLiveAttribute: expiryAttribute,
    pointInTimeRecoverySpecification: { pointInTimeRecoveryEnabled: true },
    // The AWS-managed key lives in the customer's account and shows in CloudTrail; AWS-owned keys do neither.
    encryption: TableEncryptionV2.awsManagedKey(),
    deletionProtection: !settings.ephemeral,
    removalPolicy: removalPolicy(settings),
  });
