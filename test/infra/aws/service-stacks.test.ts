import { Match, type Template } from "aws-cdk-lib/assertions";
import { services } from "../../../services/index.ts";
import { allowed, templatesOf } from "./support.ts";

const templates = templatesOf(services);
const templateOf = (name: string): Template => {
  const template = templates.get(`steward-${name}`);
  if (template === undefined) throw new Error(`no stack for ${name}`);
  return template;
};

const items = [
  "BatchGetItem",
  "ConditionCheckItem",
  "DeleteItem",
  "GetItem",
  "PutItem",
  "Query",
  "UpdateItem",
];
/** Who sends and fetches files carries the permissions of the function that made the address. */
const onFiles = {
  Api: ["GetObject", "PutObject", "PutObjectTagging"],
  Consumer: ["DeleteObject", "DeleteObjectTagging"],
  Timer: [],
} as const;
const own = (logs: string) => [
  `logs:CreateLogStream on ${logs}`,
  `logs:PutLogEvents on ${logs}`,
  "xray:PutTelemetryRecords on *",
  "xray:PutTraceSegments on *",
];

describe.each(services.map((service) => [service.name, service] as const))(
  "the stack of %s",
  (name, service) => {
    const template = templateOf(name);
    const queries = Object.keys(service.table.indexes).map(
      (index) => `dynamodb:Query on Table/index/${index}`,
    );
    const data = [...items.map((action) => `dynamodb:${action} on Table`), ...queries];

    it("has the functions it has something to do for, and no other", () => {
      const wanted = [
        ...(service.endpoints.length > 0 ? ["lambda.api"] : []),
        ...(service.subscriptions.length > 0 ? ["lambda.consumer"] : []),
        ...(service.schedules.length > 0 ? ["lambda.timer"] : []),
        ...(service.events.length > 0 ? ["publisher.publisher"] : []),
      ];
      const found = Object.values(template.findResources("AWS::Lambda::Function")).map(
        ({ Properties }) => Properties.Handler,
      );
      expect(found.sort()).toEqual(wanted.sort());
    });

    it("runs them on Node 24 on ARM, traced, with JSON logs that are kept for the configured time", () => {
      template.allResourcesProperties("AWS::Lambda::Function", {
        Runtime: "nodejs24.x",
        Architectures: ["arm64"],
        TracingConfig: { Mode: "Active" },
        LoggingConfig: Match.objectLike({ LogFormat: "JSON", LogGroup: Match.anyValue() }),
      });
      template.allResourcesProperties("AWS::Logs::LogGroup", { RetentionInDays: 90 });
    });

    it.each([
      ["Api", service.endpoints.length, []],
      ["Consumer", service.subscriptions.length, ["DeleteMessage", "GetQueueAttributes", "ReceiveMessage"]],
      ["Timer", service.schedules.length, []],
    ] as const)("lets %s touch the items and indexes of its own table only", (role, declared, queue) => {
      const isSigner = role === "Api" && service.signs !== undefined;
      const signing = isSigner ? ["kms:GetPublicKey on SigningKey", "kms:Sign on SigningKey"] : [];
      const ofQueue = queue.map((action) => `sqs:${action} on Events`);
      const files = (service.keepsFiles ? onFiles[role] : []).map(
        (action) => `s3:${action} on Files/${name}/*`,
      );
      const wanted = [...data, ...own(`${role}Logs`), ...ofQueue, ...signing, ...files];
      expect(allowed(template, role)).toEqual(declared > 0 ? wanted.sort() : []);
    });

    it("lets the publisher read the stream and put events on the bus, and touch no item", () => {
      const stream = ["DescribeStream", "GetRecords", "GetShardIterator", "ListStreams"];
      const wanted = [
        ...own("PublisherLogs"),
        ...stream.map((action) => `dynamodb:${action} on Table`),
        "events:PutEvents on Bus",
        "sqs:SendMessage on Unpublished",
      ];
      expect(allowed(template, "Publisher")).toEqual(service.events.length > 0 ? wanted.sort() : []);
    });

    it("keeps a table that can be restored, is encrypted with a key of the account and is not deleted by mistake", () => {
      template.hasResource("AWS::DynamoDB::GlobalTable", {
        DeletionPolicy: "Retain",
        UpdateReplacePolicy: "Retain",
        Properties: {
          TableName: `steward-${name}`,
          BillingMode: "PAY_PER_REQUEST",
          SSESpecification: { SSEEnabled: true, SSEType: "KMS" },
          StreamSpecification: { StreamViewType: "NEW_IMAGE" },
          TimeToLiveSpecification: { AttributeName: "expiresAt", Enabled: true },
          Replicas: [
            Match.objectLike({
              DeletionProtectionEnabled: true,
              PointInTimeRecoverySpecification: { PointInTimeRecoveryEnabled: true },
            }),
          ],
        },
      });
    });

    it("has one index per access pattern, each without the long fields", () => {
      const found = Object.values(template.findResources("AWS::DynamoDB::GlobalTable")).flatMap(
        ({ Properties }) => Properties.GlobalSecondaryIndexes ?? [],
      );
      expect(found.map(({ IndexName }) => IndexName).sort()).toEqual(
        Object.keys(service.table.indexes).sort(),
      );
      for (const { Projection } of found) {
        expect(Projection).toEqual({ ProjectionType: "INCLUDE", NonKeyAttributes: ["record", "version"] });
      }
    });

    it("has a route per endpoint, which asks for a token wherever a permission is declared", () => {
      const found = Object.values(template.findResources("AWS::ApiGatewayV2::Route")).map(
        ({ Properties }) => `${Properties.RouteKey} ${Properties.AuthorizationType}`,
      );
      const wanted = service.endpoints.map(
        ({ route, permission }) =>
          `${route.replace(" /", " /api/")} ${permission === undefined ? "NONE" : "JWT"}`,
      );
      expect(found.sort()).toEqual(wanted.sort());
    });

    it("encrypts every queue, keeps messages for two weeks and gives up on none in silence", () => {
      template.allResourcesProperties("AWS::SQS::Queue", {
        SqsManagedSseEnabled: true,
        MessageRetentionPeriod: 1_209_600,
      });
      const targets = [
        ...Object.values(template.findResources("AWS::Events::Rule")).flatMap(
          ({ Properties }) => Properties.Targets,
        ),
        ...Object.values(template.findResources("AWS::Scheduler::Schedule")).map(
          ({ Properties }) => Properties.Target,
        ),
      ];
      expect(targets.filter(({ DeadLetterConfig }) => DeadLetterConfig === undefined)).toEqual([]);
      const withDeadLetters = Object.values(template.findResources("AWS::SQS::Queue")).filter(
        ({ Properties }) => Properties.RedrivePolicy !== undefined,
      );
      expect(withDeadLetters).toHaveLength(service.subscriptions.length > 0 ? 1 : 0);
    });

    it("stays far from the 500 resources that a stack may have", () => {
      expect(Object.keys(template.toJSON().Resources).length).toBeLessThan(300);
    });
  },
);
