import type { Member, Projections } from "../../shared/dynamo/projections.ts";

/** The newest members of several groups together, each once. */
export const newestOf = async <T>(
  groups: readonly string[],
  most: number,
  projections: Pick<Projections<T>, "members">,
): Promise<readonly Member<T>[]> => {
  const found = await Promise.all(groups.map((group) => projections.members(group, "0", most)));
  const all = new Map(found.flat().map((member) => [member.id, member]));
  return [...all.values()].toSorted((a, b) => (a.order > b.order ? -1 : 1)).slice(0, most);
};
