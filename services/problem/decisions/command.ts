import type * as z from "zod";
import type { Actor } from "../../../shared/access/actor.ts";
import { type Decision, type Occurrence, occurred } from "../../../shared/dynamo/record.ts";
import type { EventType } from "../../../shared/events/event-type.ts";
import type { ProblemSnapshot } from "../events-snapshot.ts";
import { isTiedChange, type Problem } from "../problem.ts";
import type { SettingsFields } from "../settings.ts";

/** What a decision is made with besides the record and the request: who, when (ISO 8601 UTC), under which rules. */
export type Circumstances = {
  readonly actor: Actor;
  readonly now: string;
  readonly settings: SettingsFields;
};

/** Something people do to a problem: the input it takes and the pure decision it leads to. */
export type Command<B extends z.ZodType = z.ZodType> = {
  readonly body: B;
  readonly decide: (problem: Problem, body: z.output<B>, circumstances: Circumstances) => Decision<Problem>;
};

export const command = <B extends z.ZodType>(declared: Command<B>): Command<B> => declared;

/** The problem as its events publish it: of a known error only what people may read. */
export const snapshotOf = ({ knownError, changes, ...problem }: Problem): ProblemSnapshot => ({
  ...problem,
  changeIds: changes.filter(isTiedChange).map(({ id }) => id),
  knownError: knownError?.published,
  resolution: problem.resolutionCode === "fix_applied" ? problem.resolution : undefined,
});

/** An event about a problem, carrying the problem as the changes leave it. */
export const happened = <T extends { problem: ProblemSnapshot }>(
  event: EventType<T>,
  problem: Problem,
  changes: Partial<Problem>,
  extra: Omit<T, "problem">,
  confidential?: Readonly<Record<string, unknown>>,
): Occurrence<Problem> =>
  occurred(event, { ...extra, problem: snapshotOf({ ...problem, ...changes }) } as T, changes, confidential);

/** The problem as it is after the occurrences so far, for a decision of more than one event. */
export const after = (problem: Problem, decision: Decision<Problem>): Problem =>
  Object.assign({}, problem, ...decision.map(({ changes }) => changes));
