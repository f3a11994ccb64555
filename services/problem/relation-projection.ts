import type { Projections, ProjectionType } from "../../shared/dynamo/projections.ts";
import type { RelationSnapshot } from "../configuration/events.ts";

/** What problem management keeps of a relation: `from` needs `to`. */
export type KnownRelation = Pick<RelationSnapshot, "id" | "fromId" | "toId" | "active">;

const needsOf = (ciId: string): string => `from#${ciId}`;

export const relationProjection: ProjectionType<KnownRelation> = {
  kind: "RELATION",
  memberships: ({ id, fromId, active }) => (active ? [{ group: needsOf(fromId), order: id }] : []),
};

/** So many relations of one CI are looked at. */
const most = 20;
/** Before every id there is. */
const first = "0";

/** What a CI depends on, in one step. */
export const dependenciesOf = async (
  dependentId: string,
  { relations }: { readonly relations: Projections<KnownRelation> },
): Promise<readonly { readonly ciId: string; readonly dependentId: string }[]> => {
  const members = await relations.members(needsOf(dependentId), first, most);
  return members.map(({ value }) => ({ ciId: value.toId, dependentId }));
};
