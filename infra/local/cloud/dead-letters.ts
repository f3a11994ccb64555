import { queueMappings } from "../queues/mapping-settings.ts";
import { queueSettings } from "../queues/queue-settings.ts";
import { streamMappings } from "../streams/stream-mapping.ts";
import type { Engine } from "./engine.ts";
import { snapshot } from "./snapshot.ts";

/** A message that somebody gave up on, with what can be said about why. */
export type DeadLetter = {
  readonly queue: string;
  readonly id: string;
  readonly receives: number;
  /** With `ERROR_CODE` and `ERROR_MESSAGE` where a bus could not deliver it. */
  readonly attributes: Readonly<Record<string, string>>;
  readonly body: string;
  /** What the function that failed on it last wrote about it, if it wrote JSON. */
  readonly log?: unknown;
};

/** What moving dead letters back came to. */
export type Redriven = {
  readonly moved: number;
  readonly left: number;
  /** Why the last of those that are left could not be done. */
  readonly reason?: string;
};

/** More are counted, not shown. */
const shown = 100;

const nameOf = (arn: string): string => arn.split(":").at(-1) ?? arn;

/** Queues whose redrive policy names this one. */
const sourcesOf = ({ assembly }: Engine, arn: string): readonly string[] =>
  assembly
    .ofType("AWS::SQS::Queue")
    .filter((queue) => queueSettings(queue).redrive?.deadLetterArn === arn)
    .map((queue) => queue.arn);

/** The function that failed on a queue's messages, and the text that its log lines know a message by. */
const failing = (engine: Engine, arn: string, id: string, body: string) => {
  const stream = streamMappings(engine.assembly).find(({ onFailure }) => onFailure === arn);
  if (stream !== undefined) {
    const { startSequenceNumber } = JSON.parse(body).DDBStreamBatchInfo;
    return { functionArn: stream.functionArn, text: String(startSequenceNumber) };
  }
  const sources = sourcesOf(engine, arn);
  const reader = queueMappings(engine.assembly).find(({ queueArn }) => sources.includes(queueArn));
  return { functionArn: reader?.functionArn ?? "", text: id };
};

const parsed = (line: string | undefined): unknown => {
  try {
    return line === undefined ? undefined : JSON.parse(line);
  } catch {
    return line;
  }
};

/** Every dead letter with its story, for people and programs of this machine. */
export const deadLetters = (engine: Engine): readonly DeadLetter[] =>
  snapshot(engine)
    .queues.filter(({ isDeadLetter }) => isDeadLetter)
    .flatMap(({ arn, name }) =>
      engine.queues.peek(arn, shown).map((message) => {
        const { functionArn, text } = failing(engine, arn, message.id, message.body);
        const log = parsed(engine.logs.latestWith(nameOf(functionArn), text));
        return { queue: name, ...message, ...(log === undefined ? {} : { log }) };
      }),
    );

/** Moves a dead-letter queue's messages back, or replays what a stream's failure destination speaks of. */
export const redrive = async (engine: Engine, arn: string): Promise<Redriven> => {
  const { queues, replay } = engine;
  if (!replay.isFor(arn)) {
    const [only, ...others] = sourcesOf(engine, arn);
    const moved = queues.redrive(arn, others.length === 0 ? only : undefined);
    return { moved, left: queues.size(arn) };
  }
  let moved = 0;
  let reason: string | undefined;
  for (const { body, receiptHandle } of queues.receive(arn, queues.visible(arn)))
    try {
      await replay.again(arn, body);
      queues.remove(arn, [receiptHandle]);
      moved += 1;
    } catch (error) {
      reason = String(error);
      queues.changeVisibility(arn, receiptHandle, 0);
    }
  return { moved, left: queues.size(arn), ...(reason === undefined ? {} : { reason }) };
};
