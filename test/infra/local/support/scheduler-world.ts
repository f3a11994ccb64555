import { createAuthority } from "../../../../infra/local/authority.ts";
import { memoryJournal } from "../../../../infra/local/journal.ts";
import { createQueues } from "../../../../infra/local/queues.ts";
import { createScheduler } from "../../../../infra/local/scheduler.ts";
import { arnOf, assemblyOf, roleArn, roleWith } from "./assembly.ts";
import {
  allow,
  type Described,
  functionArn,
  functionsOf,
  ground,
  type Handler,
  type Json,
  lambda,
  queue,
  queueArn,
  ruleArn,
  until,
} from "./messaging.ts";

export const MINUTE = 60_000;
export const HOUR = 60 * MINUTE;
export const DAY = 24 * HOUR;
export const noon = Date.parse("2027-03-10T12:00:00Z");
export const seconds = (epochMs: number) => `${new Date(epochMs).toISOString().slice(0, 19)}Z`;

export const scheduleArn = arnOf("scheduler", "schedule/default/Tick");
export const schedule = (properties: Json = {}, targetProperties: Json = {}): Described => ({
  type: "AWS::Scheduler::Schedule",
  logicalId: "Tick",
  ref: "Tick",
  arn: scheduleArn,
  properties: {
    Name: "Tick",
    ScheduleExpression: "rate(5 minutes)",
    FlexibleTimeWindow: { Mode: "OFF" },
    Target: {
      Arn: functionArn("Timer"),
      RoleArn: roleArn("Scheduler"),
      Input: '{"at":"<aws.scheduler.scheduled-time>"}',
      ...targetProperties,
    },
    ...properties,
  },
});
export const allowed = roleWith(
  "Scheduler",
  allow("lambda:InvokeFunction", functionArn("Timer")),
  allow("sqs:SendMessage", queueArn("Dead")),
);
export const timerRule: Described = {
  type: "AWS::Events::Rule",
  logicalId: "Rule",
  arn: ruleArn("Rule"),
  properties: {
    ScheduleExpression: "cron(0 * * * ? *)",
    Targets: [{ Id: "Target0", Arn: functionArn("Timer") }],
  },
};

export const stops: (() => Promise<void>)[] = [];
afterEach(async () => {
  await Promise.all(stops.splice(0).map((stop) => stop()));
});

export const world = (
  described: readonly Described[],
  { journal = memoryJournal(), at = noon + 1000, handler = undefined as Handler | undefined } = {},
) => {
  const parts = ground(journal);
  const seen: unknown[] = [];
  const assembly = assemblyOf(queue("Dead"), ...lambda("Timer"), ...described);
  const queues = createQueues(assembly, parts);
  const authority = createAuthority(assembly);
  const functions = functionsOf({
    Timer: (event) => {
      seen.push(event);
      return handler?.(event);
    },
  });
  parts.clock.moveTo(at);
  const scheduler = createScheduler(assembly, { ...parts, queues, authority, functions });
  stops.push(async () => {
    await scheduler.stop();
    queues.close();
  });
  const jumpTo = async (epochMs: number) => {
    parts.clock.moveTo(epochMs);
    await until(() => scheduler.pending() === 0, "nothing is pending");
  };
  const next = () => scheduler.list()[0]?.nextFire;
  return { ...parts, assembly, authority, queues, scheduler, seen, jumpTo, next };
};
