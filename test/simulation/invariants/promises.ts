import { keptMs, type Task } from "../cloud/client.ts";
import type { Facts } from "../facts.ts";

/** What one request wrote: the records it changed and to which versions. */
type Written = {
  readonly id: string;
  readonly sequence: number;
  readonly at?: number;
  readonly type?: string;
};

const writtenBy = ({ kept, writtenAt }: Facts): ReadonlyMap<string, readonly Written[]> => {
  const written = new Map<string, Written[]>();
  for (const one of kept)
    for (const { meta, type } of one.history) {
      const before = written.get(meta.correlationId) ?? [];
      // What an event led to bears the request's correlation, too; only what it did itself counts here.
      if (meta.causationId === undefined)
        written.set(meta.correlationId, [
          ...before,
          { id: one.id, sequence: meta.sequence, at: writtenAt(one, meta.sequence), type },
        ]);
    }
  return written;
};

const nameOf = ({ index, operation: { method, path, as } }: Task): string =>
  `operation ${index} (${as}: ${method} ${path})`;

/** Rows of a bulk answer, or the one record that was answered. */
const answered = ({ answer }: Task): readonly Written[] => {
  const body = answer?.body ?? {};
  const rows: readonly { id: string; version?: number; ok?: boolean }[] = body.results ?? [body];
  return rows.flatMap(({ id, version, ok = true }) =>
    ok && typeof id === "string" && version !== undefined ? [{ id, sequence: version }] : [],
  );
};

const ofOne = (task: Task, written: ReadonlyMap<string, readonly Written[]>): string[] => {
  const name = nameOf(task);
  const perAttempt = task.attempts.map(({ requestId = "" }) => written.get(requestId) ?? []);
  const all = perAttempt.flat();
  const ids = [...new Set(all.map(({ id }) => id))];
  // The clock may jump while a request is under way: then its key has been forgotten.
  const isKept = (at = task.startedAt) => at - task.startedAt < keptMs;
  const attemptsFor = (id: string) =>
    perAttempt.filter((each) => each.some((one) => one.id === id && isKept(one.at))).length;
  const twice = ids
    .filter((id) => attemptsFor(id) > (task.operation.parts ?? 1))
    .map((id) => {
      const what = all.filter((one) => one.id === id).map(({ sequence, type }) => `${type} ${sequence}`);
      return `${name} was done ${attemptsFor(id)} times to ${id}: ${what.join(", ")}`;
    });
  if (task.operation.method === "GET") return all.length > 0 ? [`${name} wrote`] : [];
  if (task.outcome === "refused") {
    // Without a key a refusal may be the second answer to what the first request did.
    const maybe = !(task.operation.isKeyed && isKept(task.answeredAt)) && task.attempts.length > 1;
    return all.length === 0 || maybe
      ? twice
      : [`${name} was refused with ${task.answer?.status} but changed ${ids}`, ...twice];
  }
  if (task.outcome !== "accepted" || task.operation.mayChangeNothing) return twice;
  const missing = answered(task).filter(
    ({ id, sequence }) => !all.some((one) => one.id === id && one.sequence === sequence),
  );
  return [
    ...twice,
    ...missing.map(
      ({ id, sequence }) => `${name} was confirmed as version ${sequence} of ${id}, which it is not`,
    ),
  ];
};

/** Every confirmed command is in the history exactly once, every refused one left nothing. */
export const brokenPromises = (facts: Facts): string[] => {
  const written = writtenBy(facts);
  return facts.tasks.flatMap((task) => ofOne(task, written));
};

/** Who reads after a confirmation sees at least what was confirmed. */
export const staleReads = ({ tasks }: Facts): string[] =>
  tasks.flatMap((task) =>
    task.attempts.flatMap(({ body, status, confirmed }) => {
      const { id, version } = (body ?? {}) as { id?: string; version?: number };
      const least = confirmed.get(id ?? "") ?? 0;
      return task.operation.method === "GET" && status === 200 && version !== undefined && version < least
        ? [`${nameOf(task)} showed version ${version} after ${least} had been confirmed`]
        : [];
    }),
  );

/** No two creations were told the same id; who asks for what may be there already is told which it is. */
export const repeatedIds = ({ tasks }: Facts): string[] => {
  const ids = tasks
    .filter(({ answer, operation }) => answer?.status === 201 && !operation.mayChangeNothing)
    .map(({ answer }): string => answer?.body.id);
  return ids.filter((id, at) => ids.indexOf(id) !== at).map((id) => `${id} was created twice`);
};
