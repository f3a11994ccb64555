import { Aws } from "aws-cdk-lib";
import { Alarm, ComparisonOperator, type IMetric, Stats, TreatMissingData } from "aws-cdk-lib/aws-cloudwatch";
import { SnsAction } from "aws-cdk-lib/aws-cloudwatch-actions";
import { Effect, PolicyStatement, ServicePrincipal } from "aws-cdk-lib/aws-iam";
import { type ITopic, Topic } from "aws-cdk-lib/aws-sns";
import { EmailSubscription } from "aws-cdk-lib/aws-sns-subscriptions";
import type { Construct } from "constructs";
import { type AlarmName, alarmKinds } from "../alarm-kinds.ts";
import type { Settings } from "../settings.ts";

/** Where alarms go and how they are named. */
export type Bell = { readonly topic: ITopic; readonly settings: Settings };

/**
 * The topic all alarms go to. It has no KMS key: the AWS-managed one (`alias/aws/sns`) admits no CloudWatch,
 * so alarms would vanish silently, and an own key costs a dollar a month to protect names and thresholds of
 * alarms, which carry nothing about people or tickets. SNS encrypts its disks without being asked.
 */
export const createBell = (scope: Construct, settings: Settings): Bell => {
  const topic = new Topic(scope, "Alarms", { topicName: `${settings.name}-alarms`, enforceSSL: true });
  // A topic with a policy of its own loses SNS's default one, and with it CloudWatch's right to publish.
  topic.addToResourcePolicy(
    new PolicyStatement({
      sid: "AlarmsOfThisAccount",
      effect: Effect.ALLOW,
      principals: [new ServicePrincipal("cloudwatch.amazonaws.com")],
      actions: ["sns:Publish"],
      resources: [topic.topicArn],
      conditions: { StringEquals: { "aws:SourceAccount": Aws.ACCOUNT_ID } },
    }),
  );
  if (settings.alarmEmail !== undefined) topic.addSubscription(new EmailSubscription(settings.alarmEmail));
  return { topic, settings };
};

type Cause = {
  readonly kind: AlarmName;
  /** What it is about, such as `incident-api`; part of the alarm's name. */
  readonly about: string;
  readonly metric: (options: {
    readonly period: (typeof alarmKinds)[AlarmName]["period"];
    readonly statistic: string;
  }) => IMetric;
  /** Depths and ages are maxima; counts are sums. */
  readonly statistic?: string;
};

/** One alarm, whose description names the section of the runbook to open. */
export const ring = (
  scope: Construct,
  { topic, settings }: Bell,
  { kind, about, metric, statistic = Stats.SUM }: Cause,
): void => {
  const { says, threshold, period, periods } = alarmKinds[kind];
  const alarm = new Alarm(scope, `${about}-${kind}`, {
    alarmName: `${settings.name}-${about}-${kind}`,
    alarmDescription: `${says} What to do: ${settings.runbook}#${kind}`,
    metric: metric({ period, statistic }),
    threshold,
    evaluationPeriods: periods,
    comparisonOperator: ComparisonOperator.GREATER_THAN_OR_EQUAL_TO_THRESHOLD,
    // Silence is good news: functions and queues that nobody uses report nothing.
    treatMissingData: TreatMissingData.NOT_BREACHING,
  });
  alarm.addAlarmAction(new SnsAction(topic));
};
