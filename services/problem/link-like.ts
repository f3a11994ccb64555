import { serviceActor } from "../../shared/access/actor.ts";
import { Refusal } from "../../shared/domain/refusal.ts";
import { join, takesIncidents } from "./accept-candidate.ts";
import { type Likeness, likenessKeys } from "./candidate.ts";
import { likeTextHolder } from "./detect-text.ts";
import type { ProblemContext } from "./table.ts";

/** Likenesses that say enough to tie an incident by: a whole service or category has other troubles as well. */
const saysEnough = ({ kind }: Likeness): boolean => kind === "ci" || kind === "service_category";

/** The problem that has the incidents of this one now; undefined where it is still being opened. */
const survivorOf = async (id: string, context: ProblemContext): Promise<string | undefined> => {
  const known = await context.problems.get(id).catch((error: unknown) => {
    if (error instanceof Refusal && error.code === "not_found") return undefined;
    throw error;
  });
  return known?.duplicateOf === undefined ? known?.id : survivorOf(known.duplicateOf, context);
};

/** Ties it to the problem that a candidate's incidents were given to, while that gets any. */
const linkTo = async (candidateId: string, incidentId: string, context: ProblemContext): Promise<void> => {
  const { problemId } = await context.candidates.get(candidateId);
  const survivor = problemId === undefined ? undefined : await survivorOf(problemId, context);
  if (survivor === undefined || !(await takesIncidents(survivor, context))) return;
  const on = { actor: serviceActor("problem"), now: context.now(), settings: await context.settings() };
  await join(survivor, [incidentId], on, context);
};

/** What people found to have one cause, its open problem gets more of, where the rules want it so. */
export const linkLike = async (
  incidentId: string,
  likenesses: readonly Likeness[],
  words: readonly string[],
  context: ProblemContext,
): Promise<void> => {
  if ((await context.settings()).likeIncidents !== "link") return;
  const keys = likenesses.filter(saysEnough).flatMap(likenessKeys);
  const holders = [
    ...(await Promise.all(keys.map((key) => context.candidates.holder(key)))),
    await likeTextHolder(words, context),
  ];
  for (const holder of new Set(holders.filter((id) => id !== undefined)))
    await linkTo(holder, incidentId, context);
};
