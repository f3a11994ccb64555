import { createClock } from "../../../../infra/local/clock.ts";
import { memoryJournal } from "../../../../infra/local/journal.ts";
import type { Functions, InvokeResult, Journal, Log } from "../../../../infra/local/parts.ts";
import { arnOf, roleArn, roleWith } from "./assembly.ts";

export type Json = Readonly<Record<string, unknown>>;

/** A resource as a test describes it to `assemblyOf`. */
export type Described = {
  readonly type: string;
  readonly logicalId: string;
  readonly properties: unknown;
  readonly ref?: string;
  readonly arn?: string;
};

export const queueArn = (name: string): string => arnOf("sqs", name);
export const functionArn = (name: string): string => arnOf("lambda", `function:${name}`);
export const busArn = (name: string): string => arnOf("events", `event-bus/${name}`);
export const ruleArn = (name: string, bus?: string): string =>
  arnOf("events", bus === undefined ? `rule/${name}` : `rule/${bus}/${name}`);

export const queue = (name: string, properties: Json = {}) => ({
  type: "AWS::SQS::Queue",
  logicalId: name,
  arn: queueArn(name),
  properties,
});

/** A function and its role; the role holds the given statements. */
export const lambda = (name: string, statements: readonly Json[] = [], properties: Json = {}) => [
  roleWith(`${name}Role`, ...statements),
  {
    type: "AWS::Lambda::Function",
    logicalId: name,
    arn: functionArn(name),
    properties: { Role: roleArn(`${name}Role`), Timeout: 10, ...properties },
  },
];

export const allow = (action: string | readonly string[], resource: string): Json => ({
  Effect: "Allow",
  Action: action,
  Resource: resource,
});

/** What CDK grants a function that consumes a queue. */
export const mayConsume = (name: string): Json =>
  allow(["sqs:ReceiveMessage", "sqs:DeleteMessage", "sqs:GetQueueAttributes"], queueArn(name));

export const mapping = (queueName: string, functionName: string, properties: Json = {}) => ({
  type: "AWS::Lambda::EventSourceMapping",
  logicalId: `${queueName}To${functionName}`,
  properties: { EventSourceArn: queueArn(queueName), FunctionName: functionName, ...properties },
});

export const deadLetters = (name: string, maxReceiveCount: number): Json => ({
  RedrivePolicy: { deadLetterTargetArn: queueArn(name), maxReceiveCount },
});

/** A queue policy that lets one rule send. */
export const maySend = (queueName: string, fromRule: string) => ({
  type: "AWS::SQS::QueuePolicy",
  logicalId: `${queueName}Policy${fromRule.replaceAll(/\W/g, "")}`,
  properties: {
    Queues: [queueArn(queueName)],
    PolicyDocument: {
      Statement: [
        {
          Effect: "Allow",
          Action: "sqs:SendMessage",
          Principal: { Service: "events.amazonaws.com" },
          Resource: queueArn(queueName),
          Condition: { ArnEquals: { "aws:SourceArn": fromRule } },
        },
      ],
    },
  },
});

/** A function permission that lets one rule invoke. */
export const mayInvoke = (functionName: string, fromRule: string) => ({
  type: "AWS::Lambda::Permission",
  logicalId: `${functionName}Permission${fromRule.replaceAll(/\W/g, "")}`,
  properties: {
    Action: "lambda:InvokeFunction",
    FunctionName: functionArn(functionName),
    Principal: "events.amazonaws.com",
    SourceArn: fromRule,
  },
});

export type Handler = (event: unknown) => unknown;

/** Functions that run in this process; what a handler throws is the function's error. */
export const functionsOf = (handlers: Readonly<Record<string, Handler>>): Functions => ({
  invoke: async (arn, event): Promise<InvokeResult> => {
    const handler = handlers[arn.slice(arn.lastIndexOf(":") + 1)];
    if (handler === undefined) return { ok: false, errorType: "NoSuchFunction", message: arn };
    try {
      return { ok: true, value: await handler(event) };
    } catch (error) {
      return {
        ok: false,
        errorType: "Error",
        message: error instanceof Error ? error.message : String(error),
      };
    }
  },
  stop: async () => {},
});

/** A log that can be read. */
export const readableLog = () => {
  const lines: { readonly level: string; readonly message: string; readonly fields: Json }[] = [];
  const log: Log = (level, message, fields = {}) => lines.push({ level, message, fields });
  return { log, lines, messages: () => lines.map(({ message }) => message) };
};

/** The quiet ground that all parts stand on. */
export const ground = (journal: Journal = memoryJournal()) => ({
  clock: createClock(),
  journal,
  ...readableLog(),
});

/** Waits (really) until something holds; fails with what it waited for. */
export const until = async (holds: () => boolean, what = "it", timeoutMs = 5000): Promise<void> => {
  for (const started = Date.now(); !holds(); ) {
    if (Date.now() - started > timeoutMs) throw new Error(`waited in vain until ${what}`);
    await new Promise((resolve) => setTimeout(resolve, 2));
  }
};
