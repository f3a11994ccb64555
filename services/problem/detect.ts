import { Refusal } from "../../shared/domain/refusal.ts";
import { type Likeness, likenessKey } from "./candidate.ts";
import { type Alike, propose, recur } from "./decisions/candidate.ts";
import type { ProblemContext } from "./table.ts";

/** As many incidents as a candidate names. */
const most = 100;
const day = 24 * 3_600_000;

/**
 * Proposes a candidate, or lets the present one grow, when enough like incidents were opened in the window.
 * Safe to repeat: what is known already changes nothing.
 */
export const detect = async (
  likeness: Likeness,
  { incidents, candidates, settings, now }: ProblemContext,
): Promise<void> => {
  const { similarIncidents: needed, windowDays } = await settings();
  const from = new Date(Date.parse(now()) - windowDays * day).toISOString();
  const members = await incidents.members(likenessKey(likeness), from, most);
  if (members.length < needed) return;
  const alike: Alike = members.map(({ value }) => value);
  const grow = async (): Promise<boolean> => {
    const holder = await candidates.holder(likenessKey(likeness));
    if (holder) await candidates.update(holder, undefined, (candidate) => recur(candidate, alike, needed));
    return holder !== undefined;
  };
  if (await grow()) return;
  try {
    await candidates.create((id) => propose(id, likeness, alike), likenessKey(likeness));
  } catch (error) {
    // Somebody proposed it in this very moment: theirs takes this incident in.
    if (!(error instanceof Refusal && error.code === "already_exists")) throw error;
    await grow();
  }
};
