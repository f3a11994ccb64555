import { randomUUID } from "node:crypto";
import { type AsyncInvocations, createAsyncInvocations, type DeliveryParts } from "../async-invocation.ts";
import type { Assembly, BusEvent } from "../parts.ts";
import { joinWorkers, type WaitingWorker } from "../waiting-worker.ts";
import { BusError } from "./bus-error.ts";
import type { Rule } from "./rule.ts";
import { createRuleDelivery } from "./rule-delivery.ts";
import type { Schedule, ScheduleTarget } from "./schedule.ts";

/** To the second, as both services write times. */
const seconds = (epochMs: number) => `${new Date(epochMs).toISOString().slice(0, 19)}Z`;

const scheduledEvent = (rule: Rule, scheduledAt: number): BusEvent => {
  const [, , , region = "", account = ""] = rule.arn.split(":");
  return {
    version: "0",
    id: randomUUID(),
    "detail-type": "Scheduled Event",
    source: "aws.events",
    account,
    time: seconds(scheduledAt),
    region,
    resources: [rule.arn],
    detail: {},
  };
};

/** Fires schedules: durable when `fire` returns, and `pending` until the function has answered. */
export const createFire = (
  assembly: Assembly,
  parts: DeliveryParts,
): WaitingWorker & { readonly fire: (schedule: Schedule, scheduledAt: number) => void } => {
  const { queues, authority, log } = parts;
  const delivery = createRuleDelivery(assembly, parts, "schedule", () => {
    throw new BusError("NotSupported", "A schedule cannot go to a bus");
  });
  const invocations: AsyncInvocations = createAsyncInvocations(assembly, parts, "scheduler");

  const bury = (
    schedule: Schedule,
    target: ScheduleTarget,
    body: string,
    scheduledAt: number,
    executionId: string,
    reason: string,
  ) => {
    const fields = { schedule: schedule.name, target: target.arn, reason };
    if (target.deadLetterArn === undefined)
      return log("error", "schedule did not run and has no dead-letter queue", fields);
    const decision = authority.roleMay(target.roleArn, "sqs:SendMessage", target.deadLetterArn);
    if (!decision.allowed)
      return log("error", "schedule did not run, nor may it say so to its dead-letter queue", {
        ...fields,
        queue: decision.reason,
      });
    log("warn", "schedule did not run, sent to the dead-letter queue", fields);
    queues.send(target.deadLetterArn, body, {
      ERROR_CODE: "AccessDeniedException",
      ERROR_MESSAGE: reason.slice(0, 1024),
      EXECUTION_ID: executionId,
      IS_PAYLOAD_TRUNCATED: "false",
      RETRY_ATTEMPTS: "0",
      SCHEDULED_TIME: seconds(scheduledAt),
      SCHEDULE_ARN: schedule.arn,
      TARGET_ARN: target.arn,
    });
  };
  const fireTarget = (schedule: Schedule, target: ScheduleTarget, scheduledAt: number) => {
    const executionId = randomUUID();
    const body = target.input
      .replaceAll("<aws.scheduler.schedule-arn>", schedule.arn)
      .replaceAll("<aws.scheduler.scheduled-time>", seconds(scheduledAt))
      .replaceAll("<aws.scheduler.execution-id>", executionId)
      .replaceAll("<aws.scheduler.attempt-number>", "1");
    const decision = authority.roleMay(target.roleArn, "lambda:InvokeFunction", target.arn);
    if (decision.allowed) invocations.invoke(target.arn, JSON.parse(body));
    else bury(schedule, target, body, scheduledAt, executionId, decision.reason);
  };

  return {
    ...joinWorkers([delivery, invocations]),
    fire: (schedule, scheduledAt) => {
      if ("target" in schedule.fires) return fireTarget(schedule, schedule.fires.target, scheduledAt);
      const { rule } = schedule.fires;
      for (const target of rule.targets) delivery.deliver(rule, target, scheduledEvent(rule, scheduledAt));
    },
  };
};
