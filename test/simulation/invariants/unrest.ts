import { isMarked, type Poison } from "../cloud/deliveries.ts";
import type { DeadLetter, Facts } from "../facts.ts";

/** The next run of a schedule does what this one did not: the cloud says that it gave it up, and that is all. */
const isHarmless = (error: string): boolean => error.includes("keeps no failed events");

const badAnswers = ({ tasks }: Facts): string[] =>
  tasks.flatMap(({ index, operation, attempts }) =>
    attempts
      .filter(({ status = 0, isDisturbed, body }) => {
        // A function that was ended answers nothing, so a problem with this code is a defect of its own.
        const isDefect = (body as { code?: string } | undefined)?.code === "internal_error";
        return isDefect || (status >= 500 && isDisturbed !== true);
      })
      .map(
        ({ status, body }) => `operation ${index} (${operation.path}) got ${status} ${JSON.stringify(body)}`,
      ),
  );

/** SQS keeps dead letters for two weeks from when they were first sent. */
const retentionMs = 14 * 24 * 3_600_000;

/** Only what was planted ends among the dead letters, and all of it, each in the queue of the service that got it. */
const deadLetters = ({ deadLetters: letters, planted, now }: Facts): string[] => {
  const isOf = ({ mark, queueArn }: Poison, { queue, body }: DeadLetter): boolean =>
    queueArn.endsWith(queue.replace(/-dead-letters$/, "-events")) && isMarked(body, mark);
  return [
    ...letters
      .filter((letter) => !planted.some((poison) => isOf(poison, letter)))
      .map(({ queue, body }) => `dead letter in ${queue}: ${body}`),
    ...planted
      .filter(({ plantedAt }) => plantedAt > now - retentionMs)
      .filter((poison) => !letters.some((letter) => isOf(poison, letter)))
      .map(({ mark, queueArn }) => `${mark} in ${queueArn} is not among the dead letters`),
  ];
};

/** What failed without anybody having made trouble for it. */
const ownFailures = ({ handled, runs, failures, planted }: Facts): string[] => [
  ...failures,
  ...handled
    .filter(({ ok, isDisturbed }) => !ok && !isDisturbed)
    .filter(({ message }) => !planted.some(({ mark }) => isMarked(message.body, mark)))
    .map(({ message, mapping, why }) => `${mapping.functionArn} failed by itself on ${message.body}: ${why}`),
  ...runs
    .filter(({ ok, isDisturbed }) => !ok && !isDisturbed)
    .map((run) => `${run.functionArn} failed by itself: ${JSON.stringify(run)}`),
];

/** In the end all is done: nothing waits, nothing was given up, nothing was forbidden, nothing broke by itself. */
export const unrest = (facts: Facts): string[] => [
  ...facts.left.map((work) => `left in the end: ${work}`),
  ...deadLetters(facts),
  ...facts.denied.map(({ role, action, resource }) => `${role} was denied ${action} on ${resource}`),
  ...facts.errors.filter((error) => !isHarmless(error)).map((error) => `the cloud reports: ${error}`),
  ...badAnswers(facts),
  ...ownFailures(facts),
];
