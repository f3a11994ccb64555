import { type Source, SourceFields } from "../ci-source.ts";
import type { Mapping } from "../import-mapping.ts";

/** Where AWS Config's events come from, without anybody having set it up. */
export const awsConfigSourceId = "src.aws-config";

/** What there is in most accounts, as a class here. Everything else is a cloud resource. */
const classes: Readonly<Record<string, string>> = {
  "AWS::EC2::Instance": "cloud_instance",
  "AWS::RDS::DBInstance": "cloud_database",
  "AWS::RDS::DBCluster": "cloud_database",
  "AWS::DynamoDB::Table": "cloud_database",
  "AWS::ElastiCache::CacheCluster": "cloud_database",
  "AWS::Redshift::Cluster": "cloud_database",
  "AWS::EC2::VPC": "cloud_network",
  "AWS::EC2::Subnet": "cloud_subnet",
  "AWS::EC2::SecurityGroup": "cloud_security_group",
  "AWS::EC2::Volume": "cloud_volume",
  "AWS::EFS::FileSystem": "cloud_volume",
  "AWS::S3::Bucket": "cloud_bucket",
  "AWS::Lambda::Function": "cloud_function",
  "AWS::SQS::Queue": "cloud_queue",
  "AWS::SNS::Topic": "cloud_queue",
  "AWS::ElasticLoadBalancing::LoadBalancer": "cloud_load_balancer",
  "AWS::ElasticLoadBalancingV2::LoadBalancer": "cloud_load_balancer",
  "AWS::ECS::Cluster": "cloud_cluster",
  "AWS::EKS::Cluster": "cloud_cluster",
  "*": "cloud_resource",
};

/**
 * AWS Config's relationship names, without the kind of the other resource. That two are associated does not say
 * which needs the other: a security group would pass on every failure to all that are in it.
 */
const relations: Mapping["relations"] = {
  "is contained in": { type: "contained-in", isReversed: false },
  "is attached to": { type: "connects-to", isReversed: false },
  "is associated with": { type: "associated-with", isReversed: false },
  "*": { type: "associated-with", isReversed: false },
};

const builtAt = "2026-01-01T00:00:00.000Z";
/** Whose tags say who answers for a resource, and how much, each account has words of its own for. */
const tags = { Environment: { attribute: "environment" } };
const empty = { attributes: { availabilityZone: null }, defaults: {}, tags };

const source = (id: string, fields: Omit<SourceFields, "staleAfterDays">): readonly [string, Source] => [
  id,
  { id, ...SourceFields.parse(fields), state: "active", version: 0, createdAt: builtAt, updatedAt: builtAt },
];

/** Sources that are there from the start; a changed one is a record like any other. */
export const builtInSources: ReadonlyMap<string, Source> = new Map([
  source(awsConfigSourceId, {
    name: "AWS Config",
    description: "Configuration items of AWS Config: events of the account's default bus, and snapshots",
    format: "aws-config",
    mapping: { classes: { ...classes }, relations, ...empty },
    // An item lists all that its resource is related to.
    relationsAre: "complete",
  }),
  source("src.aws-tags", {
    name: "AWS tags",
    description: "Resources and their tags, as the tagging API lists them",
    format: "aws-tags",
    mapping: {
      classes: { "ec2:instance": "cloud_instance", "*": "cloud_resource" },
      relations: {},
      ...empty,
    },
    relationsAre: "added",
  }),
]);
