import { Stack } from "aws-cdk-lib";
import type { Bucket, CfnBucket } from "aws-cdk-lib/aws-s3";
import { BucketDeployment, CacheControl, Source } from "aws-cdk-lib/aws-s3-deployment";
import type { Construct } from "constructs";
import { filesPrefix } from "../page-of-path.ts";
import type { Core } from "../service-parts.ts";
import { acknowledge } from "./acknowledge.ts";
import { logGroup } from "./retention.ts";

type Deployment = { readonly bucket: Bucket; readonly files: string; readonly core: Core };

/** Objects of the bucket, and of the one that CDK uploads to. */
const copied = [
  "Action::s3:GetBucket*",
  "Action::s3:GetObject*",
  "Action::s3:List*",
  "Action::s3:Abort*",
  "Action::s3:DeleteObject*",
  "Resource::arn:<AWS::Partition>:s3:::cdk-hnb659fds-assets-<AWS::AccountId>-<AWS::Region>/*",
];

/** Findings on the function that CDK brings to copy files. */
const acceptedFor = (bucket: Bucket): readonly string[] => [
  "AwsSolutions-L1",
  "AwsSolutions-IAM4[Policy::arn:<AWS::Partition>:iam::aws:policy/service-role/AWSLambdaBasicExecutionRole]",
  ...[
    ...copied,
    `Resource::<${Stack.of(bucket).getLogicalId(bucket.node.defaultChild as CfnBucket)}.Arn>/*`,
  ].map((what) => `AwsSolutions-IAM5[${what}]`),
  "House-rules::House-Function",
  "House-rules::House-Role",
  "House-rules::House-Watch",
];

const acceptCopier = (scope: Construct, bucket: Bucket): void => {
  const [copier] = scope.node.children.filter(({ node }) =>
    node.id.startsWith("Custom::CDKBucketDeployment"),
  );
  if (copier === undefined) throw new Error("nothing copies the portal's files");
  for (const id of acceptedFor(bucket))
    acknowledge(
      copier,
      id,
      "AWS's own function for copying files; it runs only during a deployment, which fails with it",
    );
};

/**
 * Puts the built portal and its settings into the bucket. Files named after their content are kept by browsers
 * for a year and stay when a new version comes: a tab that is open still finds its own. What names them is asked for anew.
 */
export const deployFiles = (scope: Construct, { bucket, files, core }: Deployment): void => {
  const common = {
    destinationBucket: bucket,
    prune: false,
    logGroup: logGroup(scope, "CopierLog", core.settings),
    memoryLimit: 256,
  };
  const named = new BucketDeployment(scope, "Files-named", {
    ...common,
    sources: [Source.asset(files, { exclude: ["*", `!${filesPrefix}`, `!${filesPrefix}/**`] })],
    cacheControl: [CacheControl.fromString("public, max-age=31536000, immutable")],
  });
  const entry = new BucketDeployment(scope, "Files-entry", {
    ...common,
    sources: [
      Source.asset(files, { exclude: [filesPrefix, "manifest.json"] }),
      Source.jsonData("config.json", { ...core.signIn, scope: "openid profile email" }),
    ],
    cacheControl: [CacheControl.fromString("no-cache")],
  });
  // The page must not name files that are not there yet.
  entry.node.addDependency(named);
  acceptCopier(scope, bucket);
};
