import type { ProjectionType } from "../../shared/dynamo/projections.ts";
import type { CiSnapshot } from "../configuration/events.ts";

/** What asset management keeps of a configuration item: whether it is accounted for, and as what. */
export type KnownCi = {
  readonly sequence: number;
  readonly ci: Pick<CiSnapshot, "id" | "name" | "classId" | "state" | "assetId" | "restricted"> & {
    /** From the root class down to its own; of what was told of before this was kept, nothing is known. */
    readonly classPath?: readonly string[];
  };
};

export const knownCi = (sequence: number, ci: CiSnapshot): KnownCi => {
  const { id, name, classId, classPath, state, assetId, restricted } = ci;
  return { sequence, ci: { id, name, classId, classPath, state, assetId, restricted } };
};

/** Its own class and those above it. */
export const classesOf = ({ ci: { classId, classPath } }: KnownCi): readonly string[] =>
  classPath ?? [classId];

/** The group of the CIs of a class and of the classes below it that are not retired. */
export const cisOfClass = (classId: string): string => `class#${classId}`;

export const ciProjection: ProjectionType<KnownCi> = {
  kind: "CI",
  memberships: (known) =>
    known.ci.state === "retired"
      ? []
      : classesOf(known).map((classId) => ({ group: cisOfClass(classId), order: "ci" })),
  // A CI that changes stays where it is; what it is now is kept once.
  listed: () => ({}),
};
