import type { RawStatement } from "./statement.ts";

const everywhere = (...actions: string[]): RawStatement => ({
  Effect: "Allow",
  Action: actions,
  Resource: "*",
});
const logs = everywhere("logs:CreateLogGroup", "logs:CreateLogStream", "logs:PutLogEvents");

/** Statements of the AWS managed policies that Lambda roles commonly carry, by policy name. */
export const managedPolicies: Readonly<Record<string, readonly RawStatement[]>> = {
  AWSLambdaBasicExecutionRole: [logs],
  AWSLambdaSQSQueueExecutionRole: [
    logs,
    everywhere("sqs:ReceiveMessage", "sqs:DeleteMessage", "sqs:GetQueueAttributes"),
  ],
  AWSLambdaDynamoDBExecutionRole: [
    logs,
    everywhere(
      "dynamodb:DescribeStream",
      "dynamodb:GetRecords",
      "dynamodb:GetShardIterator",
      "dynamodb:ListStreams",
    ),
  ],
  AWSXRayDaemonWriteAccess: [
    everywhere(
      "xray:PutTraceSegments",
      "xray:PutTelemetryRecords",
      "xray:GetSamplingRules",
      "xray:GetSamplingTargets",
      "xray:GetSamplingStatisticSummaries",
    ),
  ],
  AmazonAPIGatewayPushToCloudWatchLogs: [
    everywhere(
      "logs:CreateLogGroup",
      "logs:CreateLogStream",
      "logs:DescribeLogGroups",
      "logs:DescribeLogStreams",
      "logs:PutLogEvents",
      "logs:GetLogEvents",
      "logs:FilterLogEvents",
    ),
  ],
};

/** Name of an AWS managed policy, or undefined for the ARN of a policy in the template. */
export const managedPolicyName = (arn: string): string | undefined =>
  /^arn:[^:]+:iam::aws:policy\/(?:.*\/)?(.+)$/.exec(arn)?.[1];
