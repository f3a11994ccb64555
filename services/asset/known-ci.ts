import type { ProjectionType } from "../../shared/dynamo/projections.ts";
import type { CiSnapshot } from "../configuration/events.ts";

/** What asset management keeps of a configuration item: whether it is accounted for, and as what. */
export type KnownCi = {
  readonly sequence: number;
  readonly ci: Pick<CiSnapshot, "id" | "name" | "classId" | "state" | "assetId" | "restricted">;
};

export const knownCi = (sequence: number, ci: CiSnapshot): KnownCi => {
  const { id, name, classId, state, assetId, restricted } = ci;
  return { sequence, ci: { id, name, classId, state, assetId, restricted } };
};

/** Each is alone in a group of its own, so that it is read by one query. */
export const ciProjection: ProjectionType<KnownCi> = {
  kind: "CI",
  memberships: ({ ci }) => [{ group: ci.id, order: "ci" }],
};
