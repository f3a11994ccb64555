import { availableParallelism } from "node:os";
import { type AsyncPolicy, asyncPolicy } from "./delivery/async-policy.ts";
import { createDurableLine, type Task, type TaskOutcome } from "./durable-line.ts";
import { roleOf } from "./functions-of.ts";
import type {
  Assembly,
  Authority,
  Clock,
  Functions,
  InvokeResult,
  Journal,
  Log,
  Queues,
  Resource,
} from "./parts.ts";
import { joinWorkers, type WaitingWorker } from "./waiting-worker.ts";

export { unsupportedAsyncInvocations } from "./delivery/async-policy.ts";

/** What delivers events needs of the cloud. */
export type DeliveryParts = {
  readonly queues: Pick<Queues, "send">;
  readonly functions: Functions;
  readonly authority: Authority;
  readonly clock: Clock;
  readonly journal: Journal;
  readonly log: Log;
};

/** Lambda's invocation type "Event": taken now, run soon, tried again twice. */
export type AsyncInvocations = WaitingWorker & {
  /** Durable when it returns. */
  readonly invoke: (functionArn: string, payload: unknown) => void;
};

type Work = { readonly payload: unknown };
type Failure = Extract<InvokeResult, { ok: false }>;
/** Lambda waits one minute before the second try and two before the third. */
const PAUSE_MS = 60_000;

/** What an on-failure destination gets, field for field as Lambda writes it. */
const failureRecord = (
  functionArn: string,
  { id, attempts, work }: Task<Work>,
  failure: Failure,
  aged: boolean,
  now: number,
) => ({
  version: "1.0",
  timestamp: new Date(now).toISOString(),
  requestContext: {
    requestId: id,
    functionArn: `${functionArn}:$LATEST`,
    condition: aged ? "EventAgeExceeded" : "RetriesExhausted",
    approximateInvokeCount: attempts + 1,
  },
  requestPayload: work.payload,
  responseContext: { statusCode: 200, executedVersion: "$LATEST", functionError: "Unhandled" },
  responsePayload: { errorMessage: failure.message, errorType: failure.errorType },
});

const createLine = (lambda: Resource, name: string, policy: AsyncPolicy, parts: DeliveryParts) => {
  const { queues, functions, authority, clock, log } = parts;

  const giveUp = (task: Task<Work>, failure: Failure, aged: boolean) => {
    const send = (queueArn: string, body: unknown, attributes: Readonly<Record<string, string>>): boolean => {
      const decision = authority.roleMay(roleOf(lambda), "sqs:SendMessage", queueArn);
      if (decision.allowed) queues.send(queueArn, JSON.stringify(body), attributes);
      else
        log("error", "failed event may not be sent to its queue", {
          function: lambda.arn,
          queue: queueArn,
          reason: decision.reason,
        });
      return decision.allowed;
    };
    const { destinationArn, deadLetterArn } = policy;
    const record = failureRecord(lambda.arn, task, failure, aged, clock.now());
    const attributes = { RequestID: task.id, ErrorCode: "200", ErrorMessage: failure.message.slice(0, 1024) };
    const kept = [
      destinationArn !== undefined && send(destinationArn, record, {}),
      deadLetterArn !== undefined && send(deadLetterArn, task.work.payload, attributes),
    ].some(Boolean);
    if (!kept)
      log("error", "event is lost: the function failed and keeps no failed events", {
        function: lambda.arn,
        error: failure.message,
      });
  };
  const run = async (task: Task<Work>, isStopping: () => boolean): Promise<TaskOutcome> => {
    const result = await functions
      .invoke(lambda.arn, task.work.payload)
      .catch(
        (error: unknown): Failure => ({ ok: false, errorType: "InvocationFailed", message: String(error) }),
      );
    if (result.ok) return "done";
    if (isStopping()) return "interrupted";
    const attempts = task.attempts + 1;
    const retryAt = clock.now() + attempts * PAUSE_MS;
    const aged = retryAt - task.firstAt > policy.maximumAgeMs;
    log("warn", "asynchronous invocation failed", { function: lambda.arn, attempts, error: result.message });
    if (attempts <= policy.retries && !aged) return { retryAt };
    giveUp(task, result, attempts <= policy.retries);
    return "done";
  };
  return createDurableLine<Work>({ ...parts, name, parallel: Math.max(2, availableParallelism()), run });
};

/** A line of asynchronous invocations for every function of the template; `owner` tells apart the lines of several users. */
export const createAsyncInvocations = (
  assembly: Assembly,
  parts: DeliveryParts,
  owner: string,
): AsyncInvocations => {
  const lines = new Map(
    assembly
      .ofType("AWS::Lambda::Function")
      .map((lambda) => [
        lambda.arn,
        createLine(lambda, `${owner}-${lambda.ref}`, asyncPolicy(assembly, lambda), parts),
      ]),
  );
  return {
    invoke: (functionArn, payload) => {
      const line = lines.get(functionArn);
      if (line === undefined) throw new Error(`The function ${functionArn} does not exist`);
      line.add({ payload });
    },
    ...joinWorkers([...lines.values()]),
  };
};
