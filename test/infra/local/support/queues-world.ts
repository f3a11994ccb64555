import { memoryJournal } from "../../../../infra/local/journal.ts";
import { createQueues } from "../../../../infra/local/queues.ts";
import { assemblyOf } from "./assembly.ts";
import { deadLetters, ground, queue, queueArn } from "./messaging.ts";

export const SECOND = 1000;
export const DAY = 86_400_000;
export const main = queueArn("Main");
export const dead = queueArn("Dead");
export const other = queueArn("Other");

export const open = (properties = {}, journal = memoryJournal()) => {
  const parts = ground(journal);
  const assembly = assemblyOf(
    queue("Main", { VisibilityTimeout: 30, ...deadLetters("Dead", 2), ...properties }),
    queue("Dead", { MessageRetentionPeriod: 14 * 86_400 }),
    queue("Other"),
  );
  const queues = createQueues(assembly, parts);
  const pass = (ms: number) => parts.clock.moveTo(parts.clock.now() + ms);
  const bodies = (arn = main, max = 10) => queues.receive(arn, max).map(({ body }) => body);
  const count = (arn = main) => queues.counts().find((each) => each.arn === arn);
  return { ...parts, queues, pass, bodies, count };
};

export const restart = (before: ReturnType<typeof open>, properties = {}) => {
  before.queues.close();
  return open(properties, before.journal);
};
