import { Aws, Duration } from "aws-cdk-lib";
import { Stats } from "aws-cdk-lib/aws-cloudwatch";
import { PolicyDocument, PolicyStatement, Role, ServicePrincipal } from "aws-cdk-lib/aws-iam";
import { Schedule, ScheduleExpression, ScheduleTargetInput } from "aws-cdk-lib/aws-scheduler";
import { LambdaInvoke } from "aws-cdk-lib/aws-scheduler-targets";
import type { Construct } from "constructs";
import type { ServiceParts } from "../service-parts.ts";
import { ring } from "./alarm-bell.ts";
import { addHandler } from "./handling.ts";
import { createLastResort } from "./queue.ts";

/** Clock to handler: one schedule per declared one, all calling the service's timer function. */
export const addTimer = (scope: Construct, parts: ServiceParts): void => {
  const { service, core } = parts;
  const { lambda } = addHandler(scope, parts, "timer", {
    summary: `Does what ${service.name} has to do by the clock`,
    // A minute, the shortest schedule: a sweep hands back before the next one begins.
    timeout: Duration.minutes(1),
  });
  const missed = createLastResort(scope, "MissedRuns", `${core.settings.name}-${service.name}-missed-runs`);
  const role = new Role(scope, "SchedulerRole", {
    description: `What the schedules of ${service.name} may do`,
    assumedBy: new ServicePrincipal("scheduler.amazonaws.com", {
      conditions: { StringEquals: { "aws:SourceAccount": Aws.ACCOUNT_ID } },
    }),
    inlinePolicies: {
      permissions: new PolicyDocument({
        statements: [
          new PolicyStatement({ actions: ["lambda:InvokeFunction"], resources: [lambda.functionArn] }),
          new PolicyStatement({ actions: ["sqs:SendMessage"], resources: [missed.queueArn] }),
        ],
      }),
    },
  });
  for (const { id, summary, every } of service.schedules) {
    new Schedule(scope, `Schedule-${id}`, {
      description: summary,
      schedule: ScheduleExpression.expression(every),
      target: new LambdaInvoke(lambda, {
        input: ScheduleTargetInput.fromObject({ schedule: id }),
        role: role.withoutPolicyUpdates(),
        deadLetterQueue: missed,
        // Later than that, the next run does the work: sweeps look at what is due, not at when they were called.
        maxEventAge: Duration.minutes(5),
        retryAttempts: 3,
      }),
    });
  }
  ring(scope, core.bell, {
    kind: "missed-runs",
    about: service.name,
    statistic: Stats.MAXIMUM,
    metric: (options) => missed.metricApproximateNumberOfMessagesVisible(options),
  });
};
