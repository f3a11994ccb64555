import { type Finding, type Rule, unless } from "./rule.ts";
import { at, listOf, type Part, type Templates } from "./templates.ts";

type Statement = {
  readonly Effect?: string;
  readonly Principal?: unknown;
  readonly Action?: unknown;
  readonly Resource?: unknown;
  readonly Condition?: Readonly<Record<string, Readonly<Record<string, unknown>>>>;
};

const statementsOf = (part: Part): readonly Statement[] =>
  listOf(at(part, "PolicyDocument.Statement")) as Statement[];

const conditionsOf = ({ Condition = {} }: Statement): Readonly<Record<string, unknown>> =>
  Object.assign({}, ...Object.values(Condition));

const isTlsOnly = ({ Effect, Condition }: Statement): boolean =>
  Effect === "Deny" && Condition?.Bool?.["aws:SecureTransport"] === "false";

/** Only a named AWS service, and only on behalf of something of this account. */
const isNarrow = (statement: Statement): boolean => {
  const service = (statement.Principal as { Service?: unknown } | undefined)?.Service;
  const conditions = conditionsOf(statement);
  return typeof service === "string" && ("aws:SourceArn" in conditions || "aws:SourceAccount" in conditions);
};

const policyFindings = (policy: Part): Finding[] => [
  ...unless(statementsOf(policy).some(isTlsOnly), "Door", policy, "lets requests in without TLS"),
  ...statementsOf(policy)
    .filter(({ Effect }) => Effect === "Allow")
    .flatMap((statement) =>
      unless(isNarrow(statement), "Door", policy, `opens to ${JSON.stringify(statement.Principal)}`),
    ),
];

/** Queues and the topic take TLS only, and only from AWS services acting for this installation. */
const policies: Rule = ({ templates }) => [
  ...templates.ofType("AWS::SQS::QueuePolicy", "AWS::SNS::TopicPolicy").flatMap(policyFindings),
  ...templates.ofType("AWS::SQS::Queue").flatMap((queue) => {
    const guarded = templates
      .ofType("AWS::SQS::QueuePolicy")
      .some((policy) =>
        listOf(at(policy, "Queues")).some((each) => templates.resolve(policy.stack, each) === queue.identity),
      );
    return unless(guarded, "Door", queue, "has no policy");
  }),
];

/** Buckets are closed to the public and take TLS only. */
const buckets: Rule = ({ templates }) =>
  templates.ofType("AWS::S3::Bucket").flatMap((bucket) => {
    const policies = templates
      .ofType("AWS::S3::BucketPolicy")
      .filter((policy) => templates.text(policy, "Bucket") === bucket.identity);
    const block = at(bucket, "PublicAccessBlockConfiguration") as Record<string, unknown> | undefined;
    const isClosed = Object.values(block ?? {}).filter((each) => each === true).length === 4;
    return [
      ...unless(
        policies.flatMap(statementsOf).some(isTlsOnly),
        "Door",
        bucket,
        "lets requests in without TLS",
      ),
      ...unless(isClosed, "Door", bucket, "may be opened to the public"),
    ];
  });

const mayService = (
  templates: Templates,
  service: string,
  action: string,
  resource: string,
  source: string,
): boolean =>
  templates.ofType("AWS::SQS::QueuePolicy", "AWS::SNS::TopicPolicy").some((policy) =>
    statementsOf(policy).some((statement) => {
      const resolved = (value: unknown) => listOf(value).map((each) => templates.resolve(policy.stack, each));
      const conditions = conditionsOf(statement);
      return (
        statement.Effect === "Allow" &&
        (statement.Principal as { Service?: unknown } | undefined)?.Service === service &&
        resolved(statement.Action).includes(action) &&
        resolved(statement.Resource).includes(resource) &&
        [...resolved(conditions["aws:SourceArn"]), ...resolved(conditions["aws:SourceAccount"])].includes(
          source,
        )
      );
    }),
  );

/** A target that a rule may not write to loses every event, and nobody hears of it. */
const targets: Rule = ({ templates }) =>
  templates.ofType("AWS::Events::Rule").flatMap((rule) =>
    (listOf(at(rule, "Targets")) as { Arn?: unknown; DeadLetterConfig?: { Arn?: unknown } }[])
      .flatMap(({ Arn, DeadLetterConfig }) => [Arn, DeadLetterConfig?.Arn])
      .filter((arn) => arn !== undefined)
      .map((arn) => templates.resolve(rule.stack, arn))
      .flatMap((queue) =>
        unless(
          mayService(templates, "events.amazonaws.com", "sqs:SendMessage", queue, rule.identity),
          "Door",
          rule,
          `may not write to ${queue}`,
        ),
      ),
  );

const alarmsGetOut: Rule = ({ templates }) =>
  templates.ofType("AWS::SNS::Topic").flatMap((topic) => {
    const may = mayService(
      templates,
      "cloudwatch.amazonaws.com",
      "sns:Publish",
      topic.identity,
      "AWS::AccountId",
    );
    return unless(may, "Door", topic, "takes no alarms from CloudWatch");
  });

/** The API may call the functions its routes lead to, and nobody else may call any. */
const invocations: Rule = ({ templates }) => {
  const allowed = templates.ofType("AWS::Lambda::Permission");
  const called = templates.ofType("AWS::ApiGatewayV2::Integration");
  return [
    ...allowed.flatMap((part) =>
      unless(
        at(part, "Principal") === "apigateway.amazonaws.com" &&
          (templates.text(part, "SourceArn") ?? "").includes(":execute-api:"),
        "Door",
        part,
        "lets others than the API call the function",
      ),
    ),
    ...called.flatMap((part) => {
      const target = templates.text(part, "IntegrationUri");
      const found = allowed.some((permission) => templates.text(permission, "FunctionName") === target);
      return unless(found, "Door", part, "leads to a function that the API may not call");
    }),
  ];
};

export const doors: readonly Rule[] = [policies, buckets, targets, alarmsGetOut, invocations];
