import { Refusal } from "../../shared/domain/refusal.ts";
import type { Change } from "./change.ts";
import type { ChangeContext } from "./context.ts";
import { isOver } from "./decisions/conflicts.ts";

type Reader = Pick<ChangeContext, "changes">;

/** Those of the changes that a change comes after that are not over. */
export const openBefore = async (
  { comesAfter = [] }: Pick<Change, "comesAfter">,
  { changes }: Reader,
): Promise<readonly string[]> => {
  if (comesAfter.length === 0) return [];
  const before = await changes.some(comesAfter);
  return before.filter((change) => !isOver(change)).map(({ id }) => id);
};

/** Longer chains are a plan that nobody keeps track of; looking through them takes some hundred reads. */
const most = 200;

const refused = (message: string, at = 0): Refusal =>
  new Refusal("rule_violation", undefined, [{ path: `body.comesAfter.${at}`, message }]);

/** Refuses a circle: whatever comes before these, and before that, is another change than `id`. */
const refuseCircle = async (
  id: string,
  comesAfter: readonly string[],
  { changes }: Reader,
): Promise<void> => {
  const looked = new Set<string>();
  for (let next = comesAfter; next.length > 0; ) {
    const at = next.indexOf(id);
    if (at >= 0) throw refused(looked.size === 0 ? "It does not come after itself" : `${id} comes before it`);
    for (const each of next) looked.add(each);
    if (looked.size > most) throw refused(`More than ${most} changes would come before it`);
    const before = await changes.some([...next]);
    const further = before.flatMap(({ comesAfter: own = [] }) => own);
    next = [...new Set(further)].filter((each) => !looked.has(each));
  }
};

/**
 * Refuses to come after changes that are not there (`invalid_input`), or that come after this one themselves, also by
 * way of others. `id`: this change, where it is there already.
 */
export const mustBeBefore = async (
  comesAfter: readonly string[] | null | undefined,
  id: string | undefined,
  { changes }: Reader,
): Promise<void> => {
  if (!comesAfter || comesAfter.length === 0) return;
  const there = new Set((await changes.some([...comesAfter])).map((change) => change.id));
  const violations = comesAfter.flatMap((each, at) =>
    there.has(each) ? [] : [{ path: `body.comesAfter.${at}`, message: "No such change" }],
  );
  if (violations.length > 0) throw new Refusal("invalid_input", undefined, violations);
  if (id !== undefined) await refuseCircle(id, comesAfter, { changes });
};
