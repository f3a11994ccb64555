import { Duration } from "aws-cdk-lib";
import { PolicyStatement } from "aws-cdk-lib/aws-iam";
import {
  BlockPublicAccess,
  Bucket,
  BucketEncryption,
  type CorsRule,
  HttpMethods,
  ObjectOwnership,
} from "aws-cdk-lib/aws-s3";
import type { Construct } from "constructs";
import type { Settings } from "../settings.ts";
import { acknowledge } from "./acknowledge.ts";
import { removalPolicy } from "./retention.ts";

/** Browsers may send what the API gave them a signed address for; everybody else is stopped by the missing signature. */
const cors = ({ portalDomain, origins }: Settings): CorsRule => ({
  // CloudFront's own name of the portal is known only after the portal is there.
  allowedOrigins: [
    portalDomain === undefined ? "https://*.cloudfront.net" : `https://${portalDomain}`,
    ...origins,
  ],
  allowedMethods: [HttpMethods.PUT],
  allowedHeaders: ["content-type", "if-none-match", "x-amz-checksum-sha256", "x-amz-tagging"],
  maxAge: 3600,
});

/**
 * The files of all services, each under its own name: one bucket, because one is what a portal's security policy
 * names, what a malware scanner watches and what somebody audits. Roles reach only their service's part.
 */
export const createFileBucket = (scope: Construct, settings: Settings): Bucket => {
  const bucket = new Bucket(scope, "Files", {
    blockPublicAccess: BlockPublicAccess.BLOCK_ALL,
    // As with tables: the AWS-managed key lives in the customer's account and shows in CloudTrail.
    encryption: BucketEncryption.KMS_MANAGED,
    bucketKeyEnabled: true,
    enforceSSL: true,
    objectOwnership: ObjectOwnership.BUCKET_OWNER_ENFORCED,
    versioned: true,
    cors: [cors(settings)],
    lifecycleRules: [
      {
        id: "never-attached",
        // The service takes the tag away as soon as a file belongs to a record; a queue may be a week behind.
        tagFilters: { state: "pending" },
        expiration: Duration.days(7),
      },
      {
        id: "removed",
        // As long as a table can be restored to a moment before the removal.
        noncurrentVersionExpiration: Duration.days(35),
        expiredObjectDeleteMarker: true,
        abortIncompleteMultipartUploadAfter: Duration.days(1),
      },
    ],
    removalPolicy: removalPolicy(settings),
  });
  acknowledge(
    bucket,
    "AwsSolutions-S1",
    "Every address is made by the API, whose access log says for whom; CloudTrail data events can be added",
  );
  return bucket;
};

const objectActions = {
  /** Addresses for sending and fetching carry the permissions of who made them. */
  api: ["s3:GetObject", "s3:PutObject", "s3:PutObjectTagging"],
  consumer: ["s3:DeleteObject", "s3:DeleteObjectTagging"],
  timer: [],
} as const satisfies Readonly<Record<string, readonly string[]>>;

/** What the files of a service let one of its functions do: nothing outside of the service's part of the bucket. */
export const fileActions = (handler: string): readonly string[] =>
  (objectActions as Readonly<Record<string, readonly string[]>>)[handler] ?? [];

export const fileAccess = (bucketArn: string, service: string, handler: string): PolicyStatement[] => {
  const actions = fileActions(handler);
  return actions.length === 0
    ? []
    : [new PolicyStatement({ actions: [...actions], resources: [`${bucketArn}/${service}/*`] })];
};
