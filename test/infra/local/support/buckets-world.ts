import { createServer } from "node:http";
import { createAuthority } from "../../../../infra/local/authority.ts";
import { createClock } from "../../../../infra/local/clock.ts";
import { listen } from "../../../../infra/local/cloud/listen.ts";
import { bucketsPath, createBuckets } from "../../../../infra/local/files/buckets.ts";
import { createObjectStore } from "../../../../infra/local/files/object-store.ts";
import type { Resource } from "../../../../infra/local/parts.ts";
import type { LoadedAssembly } from "../../../../infra/local/template/loaded-assembly.ts";

export const bucketName = "kept-files";
export const secret = "a container's own secret";
const bucketArn = `arn:aws:s3:::${bucketName}`;
const roleArn = "arn:aws:iam::000000000000:role/pencil";

const allow = (actions: readonly string[], resource: string) => ({
  Effect: "Allow",
  Action: actions,
  Resource: resource,
});

const resource = (type: string, ref: string, arn: string, properties: object): Resource => ({
  stack: "core",
  logicalId: ref,
  type,
  properties,
  ref,
  arn,
});

const resources: readonly Resource[] = [
  resource("AWS::S3::Bucket", bucketName, bucketArn, {
    LifecycleConfiguration: {
      Rules: [{ Status: "Enabled", ExpirationInDays: 7, TagFilters: [{ Key: "state", Value: "pending" }] }],
    },
    CorsConfiguration: {
      CorsRules: [
        {
          AllowedOrigins: ["https://*.example.com"],
          AllowedMethods: ["PUT"],
          AllowedHeaders: ["content-type", "x-amz-tagging"],
          MaxAge: 60,
        },
      ],
    },
  }),
  resource("AWS::S3::BucketPolicy", "policy", "policy", {
    Bucket: bucketName,
    PolicyDocument: {
      Statement: [
        {
          Effect: "Deny",
          Principal: { AWS: "*" },
          Action: "s3:*",
          Resource: [bucketArn, `${bucketArn}/*`],
          Condition: { Bool: { "aws:SecureTransport": "false" } },
        },
        {
          Effect: "Deny",
          Principal: { AWS: "*" },
          Action: "s3:GetObject",
          Resource: `${bucketArn}/pencil/closed/*`,
        },
      ],
    },
  }),
  resource("AWS::IAM::Role", "pencil", roleArn, {
    Policies: [
      {
        PolicyDocument: {
          Statement: [
            allow(["s3:GetObject", "s3:PutObject", "s3:PutObjectTagging"], `${bucketArn}/pencil/*`),
            allow(["s3:DeleteObject", "s3:DeleteObjectTagging"], `${bucketArn}/pencil/*`),
          ],
        },
      },
    ],
  }),
];

const assembly = {
  resources,
  ofType: (type: string) => resources.filter((each) => each.type === type),
  byArn: (arn: string) => resources.find((each) => each.arn === arn),
  outputs: {},
  place: { account: "000000000000", region: "eu-west-1" },
  assets: new Map(),
} as unknown as LoadedAssembly;

/** One bucket on this machine, of which the role of `pencil` may use the part under its own name. */
export const startBuckets = async (directory?: string) => {
  const clock = createClock();
  const buckets = createBuckets({
    assembly,
    authority: createAuthority(assembly),
    clock,
    store: createObjectStore(directory),
    identify: (key) => (key === "AKIAPENCIL" ? { functionArn: "pencil", roleArn, secret } : undefined),
    log: () => undefined,
  });
  const { url, stop } = await listen(createServer(buckets.handle), 0);
  const before = { ...process.env };
  Object.assign(process.env, {
    AWS_REGION: "eu-west-1",
    AWS_ACCESS_KEY_ID: "AKIAPENCIL",
    AWS_SECRET_ACCESS_KEY: secret,
    AWS_ENDPOINT_URL_S3: `${url}${bucketsPath}`,
  });
  return {
    ...buckets,
    clock,
    url: `${url}${bucketsPath}/${bucketName}`,
    stop: async () => {
      process.env = before;
      await stop();
    },
  };
};
