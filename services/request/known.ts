import type { Projections, ProjectionType } from "../../shared/dynamo/projections.ts";

/** What this service knows of records of other services that orders name: that they are there, and who answers for them. */
export type KnownRecord = {
  readonly name: string;
  /** Retired, or not for everybody: nobody chooses it. */
  readonly isHidden?: boolean | undefined;
  readonly ownerId?: string | undefined;
  readonly teamId?: string | undefined;
  readonly memberIds?: readonly string[] | undefined;
};

/** Kinds of records that events tell of. */
export const knownKinds = ["person", "ci", "asset_model", "board"] as const;
export type KnownKind = (typeof knownKinds)[number];

export const isKnownKind = (kind: string | undefined): kind is KnownKind =>
  (knownKinds as readonly (string | undefined)[]).includes(kind);

/** All kinds are kept alike, each record under its kind, so that one read finds whatever a form names. */
export const knownProjection: ProjectionType<KnownRecord> = { kind: "KNOWN", memberships: () => [] };

export const knownId = (kind: KnownKind, id: string): string => `${kind}:${id}`;

/** What is known of one; nothing of what nobody told of. */
export const knownOf = async (
  kind: KnownKind,
  id: string,
  records: Pick<Projections<KnownRecord>, "known">,
): Promise<KnownRecord | undefined> => (await records.known([knownId(kind, id)])).get(knownId(kind, id));
