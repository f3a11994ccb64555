import { Refusal } from "../../shared/domain/refusal.ts";
import { type Likeness, likenessKeys } from "./candidate.ts";
import { type Alike, propose, recur } from "./decisions/candidate.ts";
import { ruleFor } from "./settings.ts";
import type { ProblemContext } from "./table.ts";

/** As many incidents as a candidate names. */
export const most = 100;
const day = 24 * 3_600_000;

/** From when on incidents count under a rule. */
export const windowStart = (now: string, windowDays: number): string =>
  new Date(Date.parse(now) - windowDays * day).toISOString();

/** Lets the present candidate for a likeness take the incidents in; false: there is none. */
export const grow = async (
  key: string,
  alike: Alike,
  needed: number,
  { candidates }: Pick<ProblemContext, "candidates">,
): Promise<boolean> => {
  const holder = await candidates.holder(key);
  if (holder) await candidates.update(holder, undefined, (candidate) => recur(candidate, alike, needed));
  return holder !== undefined;
};

/**
 * Proposes a candidate, or lets the present one grow, when enough incidents with the same CI, service or
 * category were opened in the window. Safe to repeat: what is known already changes nothing.
 */
export const detect = async (likeness: Likeness, context: ProblemContext): Promise<void> => {
  const { incidents, candidates, settings, now } = context;
  const rule = ruleFor(likeness.kind, await settings());
  if (rule === undefined) return;
  const needed = rule.similarIncidents;
  const [key = ""] = likenessKeys(likeness);
  const members = await incidents.members(key, windowStart(now(), rule.windowDays), most);
  if (members.length < needed) return;
  const alike: Alike = members.map(({ value }) => value);
  if (await grow(key, alike, needed, context)) return;
  try {
    await candidates.create((id) => propose(id, likeness, alike), key);
  } catch (error) {
    // Somebody proposed it in this very moment: theirs takes this incident in.
    if (!(error instanceof Refusal && error.code === "already_exists")) throw error;
    await grow(key, alike, needed, context);
  }
};
