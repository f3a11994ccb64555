import type { Fault, FaultKind, Faults } from "../faults.ts";
import type { Random } from "../machine/random.ts";
import type { Asked, Aws } from "./aws.ts";
import { createCallNames } from "./call-name.ts";
import type { Call, Invocations } from "./invocations.ts";
import { mayBeStale } from "./stale-answer.ts";

type Parts = {
  readonly aws: Aws;
  readonly invocations: Invocations;
  readonly faults: Faults;
  readonly random: Random;
  /** Hears of every call that is let through, in the order in which faults count them. */
  readonly called: (name: string) => void;
};

const throttled: Readonly<Record<string, string>> = {
  PutEvents: "ThrottlingException",
  Sign: "ThrottlingException",
  GetPublicKey: "ThrottlingException",
  TransactWriteItems: "ProvisionedThroughputExceededException",
};

const conflict = ({ request }: Asked, at: number) => ({
  CancellationReasons: (request.TransactItems ?? []).map((_, index, all) => ({
    Code: index === at % all.length ? "TransactionConflict" : "None",
  })),
  Message:
    "Transaction cancelled, please refer cancellation reasons for specific reasons [TransactionConflict]",
});

/** Everything that may happen to one call: what is done for real, and what the function hears of it. */
const createOutcomes = ({ aws, invocations, random }: Parts) => {
  const crash = async (call: Call) => {
    // Calls on their way at the same time may still arrive.
    const others = invocations.kill(call.invocation, "Runtime.ExitError");
    for (const other of others) if (random.chance(0.5)) await aws.perform(other);
  };
  const refuse = (call: Call, type: string, status: number, more?: object) =>
    call.outgoing.answer(aws.fail(type, status, more));
  const unavailable = (call: Call, { operation }: Asked) =>
    operation === "PutEvents"
      ? refuse(call, "InternalFailure", 500)
      : refuse(call, "InternalServerError", 500);

  return {
    throttle: (call, asked) =>
      refuse(
        call,
        throttled[asked.operation] ?? random.pick(["ThrottlingException", "RequestLimitExceeded"]),
        400,
      ),
    failure: unavailable,
    "lost-answer": async (call, asked) => {
      await aws.perform(call);
      unavailable(call, asked);
    },
    "cut-before": (call) => call.outgoing.cut(),
    "cut-after": async (call) => {
      await aws.perform(call);
      call.outgoing.cut();
    },
    "stuck-before": () => undefined,
    "stuck-after": async (call) => {
      await aws.perform(call);
    },
    "crash-before": crash,
    "crash-after": async (call) => {
      await aws.perform(call);
      await crash(call);
    },
    conflict: (call, asked) =>
      asked.operation === "PutItem"
        ? refuse(call, "com.amazonaws.dynamodb.v20120810#TransactionConflictException", 400)
        : refuse(
            call,
            "com.amazonaws.dynamodb.v20120810#TransactionCanceledException",
            400,
            conflict(asked, random.int(100)),
          ),
    stale: async (call, _, { amount }) => call.outgoing.answer(await aws.performStale(call, amount)),
    partial: async (call, { request }) => {
      const entries = (request.Entries ?? []).map((_, index) => index);
      const failing = new Set([random.pick(entries), ...entries.filter(() => random.chance(0.4))]);
      call.outgoing.answer(await aws.performPart(call, failing));
    },
  } satisfies Partial<Record<FaultKind, (call: Call, asked: Asked, fault: Fault) => void | Promise<void>>>;
};

/** What a fault hits, for the report. */
const hit = (kind: FaultKind, { operation, request }: Asked): string => {
  if (kind === "stale") return request.IndexName === undefined ? operation : "index";
  if (operation === "Sign" || operation === "GetPublicKey") return "KMS";
  return operation === "PutEvents" ? "EventBridge" : "DynamoDB";
};

/** Remembers the tokens of transactions that are done: DynamoDB answers such a repeat without doing anything. */
const withTokens = (aws: Aws) => {
  const done = new Set<unknown>();
  const tokenOf = (call: Call): unknown =>
    call.outgoing.target.endsWith("TransactWriteItems")
      ? aws.asked(call).request.ClientRequestToken
      : undefined;
  const perform: Aws["perform"] = async (call) => {
    const answer = await aws.perform(call);
    const token = tokenOf(call);
    if (answer.status === 200 && token !== undefined) done.add(token);
    return answer;
  };
  return { ...aws, perform, isDone: (call: Call) => done.has(tokenOf(call)) };
};

/** Lets one call through, or what the plan has for it instead; answers in a word what happened. */
export const createLetThrough = (parts: Parts) => {
  const { invocations, faults, called } = parts;
  const aws = withTokens(parts.aws);
  const outcomes = createOutcomes({ ...parts, aws });
  const nameOf = createCallNames();

  const faultFor = ({ operation, request }: Asked): Fault | undefined => {
    const found = [
      ...(operation === "TransactWriteItems" || operation === "PutItem" ? faults.at("write") : []),
      ...(operation === "PutEvents" ? faults.at("publication") : []),
      ...(mayBeStale(operation, request) ? faults.at("read") : []),
      ...faults.at("call"),
    ];
    return found[0];
  };

  return async (call: Call): Promise<string> => {
    const asked = aws.asked(call);
    called(nameOf(call));
    const fault = faultFor(asked);
    if (fault === undefined || (fault.kind === "conflict" && aws.isDone(call))) {
      invocations.release(call);
      const answer = await aws.perform(call);
      call.outgoing.answer(answer);
      return String(answer.status);
    }
    faults.inject(fault, hit(fault.kind, asked));
    call.invocation.isDisturbed = true;
    if (fault.kind.startsWith("stuck")) call.isStuck = true;
    else invocations.release(call);
    await outcomes[fault.kind as keyof typeof outcomes](call, asked, fault);
    return fault.kind;
  };
};
