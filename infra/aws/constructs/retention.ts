import { RemovalPolicy } from "aws-cdk-lib";
import { LogGroup, type RetentionDays } from "aws-cdk-lib/aws-logs";
import type { Construct } from "constructs";
import type { Settings } from "../settings.ts";

/** What holds people's work outlives its stack, except in trials. */
export const removalPolicy = ({ ephemeral }: Settings): RemovalPolicy =>
  ephemeral ? RemovalPolicy.DESTROY : RemovalPolicy.RETAIN;

/** A log group that forgets after the configured days; its generated name lets a deleted stack come back. */
export const logGroup = (scope: Construct, id: string, settings: Settings): LogGroup =>
  new LogGroup(scope, id, {
    retention: settings.logDays as RetentionDays,
    removalPolicy: removalPolicy(settings),
  });
