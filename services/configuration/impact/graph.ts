import type { Ci } from "../ci.ts";

/** A CI as the walk sees it. */
export type Node = Pick<
  Ci,
  | "id"
  | "name"
  | "classId"
  | "classPath"
  | "state"
  | "criticality"
  | "ownerId"
  | "teamId"
  | "redundancy"
  | "mergedIds"
> & { readonly restricted?: boolean };

/** A dependency seen from one of its ends: the relation, and the CI at the other end. */
export type Link = {
  readonly relationId: string;
  readonly typeId: string;
  readonly otherId: string;
  /** Share of what its group gives. */
  readonly weight: number;
  readonly group?: string | undefined;
};

/** `down`: to those who suffer when it fails. `up`: to what it needs. */
export type Way = "down" | "up";

/** The links of a CI in one way; `total` is more than are given where a limit said so. */
export type Links = { readonly links: readonly Link[]; readonly total: number };

/** What a walk reads, many CIs at a time: of the table, of its past, or of memory. CIs not there are missing. */
export type GraphReader = {
  readonly nodes: (ids: readonly string[]) => Promise<ReadonlyMap<string, Node>>;
  /** Of each about `most` at least, if there are so many. */
  readonly links: (way: Way, ids: readonly string[], most: number) => Promise<ReadonlyMap<string, Links>>;
};
