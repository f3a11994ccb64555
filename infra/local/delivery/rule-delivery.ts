import { type AsyncInvocations, createAsyncInvocations, type DeliveryParts } from "../async-invocation.ts";
import { createDurableLine, type Task, type TaskOutcome } from "../durable-line.ts";
import type { Assembly, BusEvent, Decision } from "../parts.ts";
import { QueueError } from "../queues/local-queues.ts";
import { joinWorkers, type WaitingWorker } from "../waiting-worker.ts";
import { BusError } from "./bus-error.ts";
import { type Rule, type RuleTarget, rulesOf } from "./rule.ts";

/** Why an event did not reach its target, in EventBridge's words. */
type Failure = { readonly code: string; readonly message: string; readonly isFinal: boolean };
type Delivery = { readonly rule: Rule; readonly target: RuleTarget; readonly event: BusEvent };
type Attributes = Readonly<Record<string, string>>;
type Retry = { readonly ruleArn: string; readonly targetId: string; readonly event: BusEvent };
type PutToBus = (busArn: string, event: BusEvent) => void;

export type RuleDelivery = WaitingWorker & {
  /** Durable when it returns: the event is in the target's line, in the line of retries, or a dead letter. */
  readonly deliver: (rule: Rule, target: RuleTarget, event: BusEvent) => void;
};

/** EventBridge's pauses grow with every try; AWS adds jitter, which one machine does not need. */
const pauseMs = (attempts: number) => Math.min(2 ** attempts, 600) * 1000;

/** Characters of a reason that are kept in a message attribute. */
const LONGEST_REASON = 1024;

const service = "events.amazonaws.com";
const actions = {
  queue: "sqs:SendMessage",
  function: "lambda:InvokeFunction",
  bus: "events:PutEvents",
  unknown: "none",
};

/** May the rule reach its target: by the target's role where it has one, otherwise by the target's resource policy. */
export const mayDeliver = (
  { authority }: Pick<DeliveryParts, "authority">,
  rule: Rule,
  target: RuleTarget,
): Decision =>
  target.roleArn === undefined
    ? authority.serviceMay({ service, sourceArn: rule.arn }, actions[target.kind], target.arn)
    : authority.roleMay(target.roleArn, actions[target.kind], target.arn);

/** A refusal is the service's answer to this very event: trying again gives the same. */
const failureOf = (error: unknown): Failure => {
  const message = error instanceof Error ? error.message : String(error);
  return error instanceof QueueError || error instanceof BusError
    ? { code: "INVALID_PARAMETER", message, isFinal: true }
    : { code: "ERROR_FROM_TARGET", message, isFinal: false };
};

/** Brings events to the targets of rules as EventBridge does: permission, retry policy, dead-letter queue. */
export const createRuleDelivery = (
  assembly: Assembly,
  parts: DeliveryParts,
  owner: string,
  putToBus: PutToBus,
): RuleDelivery => {
  const { queues, authority, clock, log } = parts;
  const invocations: AsyncInvocations = createAsyncInvocations(assembly, parts, `${owner}-async`);
  const rules = new Map(rulesOf(assembly).map((rule) => [rule.arn, rule]));

  const attempt = ({ rule, target, event }: Delivery): Failure | undefined => {
    const decision = mayDeliver(parts, rule, target);
    if (!decision.allowed) return { code: "NO_PERMISSIONS", message: decision.reason, isFinal: true };
    const input = target.input === undefined ? event : target.input(event);
    try {
      if (target.kind === "queue") queues.send(target.arn, JSON.stringify(input));
      else if (target.kind === "function") invocations.invoke(target.arn, input);
      else putToBus(target.arn, event);
      return undefined;
    } catch (error) {
      return failureOf(error);
    }
  };
  const bury = ({ rule, target, event }: Delivery, { code, message }: Failure, more: Attributes) => {
    const fields = { rule: rule.arn, target: target.arn, event: event.id, code, error: message };
    const { deadLetterArn } = target;
    if (deadLetterArn === undefined)
      return log("error", "event is lost: not delivered, and its rule has no dead-letter queue", fields);
    const decision = authority.serviceMay({ service, sourceArn: rule.arn }, "sqs:SendMessage", deadLetterArn);
    if (!decision.allowed)
      return log("error", "event is lost: its rule may not send to its dead-letter queue", fields);
    log("warn", "event not delivered, sent to the dead-letter queue", fields);
    queues.send(deadLetterArn, JSON.stringify(event), {
      RULE_ARN: rule.arn,
      TARGET_ARN: target.arn,
      ERROR_CODE: code,
      ERROR_MESSAGE: message.slice(0, LONGEST_REASON),
      ...more,
    });
  };
  /** What follows from a failed try; `retries` is how many were made after the first try. */
  const afterFailure = (delivery: Delivery, failure: Failure, retries: number, firstAt: number) => {
    const { maximumRetries, maximumAgeMs } = delivery.target;
    const retryAt = clock.now() + pauseMs(retries);
    const isTooOld = retryAt - firstAt > maximumAgeMs;
    if (!failure.isFinal && retries < maximumRetries && !isTooOld) return { retryAt };
    const condition = retries >= maximumRetries ? "MaximumRetryAttempts" : "MaximumEventAgeInSeconds";
    const exhausted: Attributes = failure.isFinal ? {} : { EXHAUSTED_RETRY_CONDITION: condition };
    bury(delivery, failure, { RETRY_ATTEMPTS: String(retries), ...exhausted });
    return "done";
  };
  const run = ({ work, attempts, firstAt }: Task<Retry>): TaskOutcome => {
    const { event } = work;
    const rule = rules.get(work.ruleArn);
    const target = rule?.targets.find(({ id }) => id === work.targetId);
    if (rule === undefined || target === undefined) {
      log("error", "event is lost: its rule is no longer in the template", {
        rule: work.ruleArn,
        event: event.id,
      });
      return "done";
    }
    const failure = attempt({ rule, target, event });
    return failure === undefined
      ? "done"
      : afterFailure({ rule, target, event }, failure, attempts + 1, firstAt);
  };
  const retries = createDurableLine<Retry>({ ...parts, name: `${owner}-retries`, parallel: 1, run });

  return {
    ...joinWorkers([retries, invocations]),
    deliver: (rule, target, event) => {
      const failure = attempt({ rule, target, event });
      if (failure === undefined) return;
      const outcome = afterFailure({ rule, target, event }, failure, 0, clock.now());
      if (outcome !== "done") retries.add({ ruleArn: rule.arn, targetId: target.id, event }, outcome.retryAt);
    },
  };
};
