import { createHash } from "node:crypto";
import type { ProjectionType } from "../../shared/dynamo/projections.ts";
import type { AttributeValue, CiSnapshot } from "../configuration/events.ts";

/** What this service keeps of a CI: who answers for it, and enough to tell what of it was changed. */
export type KnownCi = Pick<
  CiSnapshot,
  "id" | "name" | "classId" | "state" | "criticality" | "ownerId" | "teamId"
> & {
  /** Which of the CI's events told of it. */
  readonly sequence: number;
  /** Short digests of its attributes and of where it is, by name. */
  readonly prints: Readonly<Record<string, string>>;
};

/** Two values with the same print differ in one of four billion cases. */
const printOf = (value: AttributeValue): string =>
  createHash("sha256").update(JSON.stringify(value)).digest("base64url").slice(0, 6);

export const knownCi = (ci: CiSnapshot, sequence: number): KnownCi => {
  const { id, name, classId, state, criticality, ownerId, teamId, environment, location, attributes } = ci;
  const values = {
    ...attributes,
    ...(environment ? { environment } : {}),
    ...(location ? { location } : {}),
  };
  const prints = Object.fromEntries(Object.entries(values).map(([key, value]) => [key, printOf(value)]));
  return { id, name, classId, state, criticality, ownerId, teamId, sequence, prints };
};

/** What differs between two states of a CI that an authorised change would have had to say: not who owns it. */
export const differences = (before: KnownCi, after: KnownCi): string[] => {
  const names = new Set([...Object.keys(before.prints), ...Object.keys(after.prints)]);
  const changed = [...names].filter((name) => before.prints[name] !== after.prints[name]);
  return [
    ...(before.state === after.state ? [] : ["state"]),
    ...(before.classId === after.classId ? [] : ["classId"]),
    ...changed.toSorted(),
  ];
};

export const ciProjection: ProjectionType<KnownCi> = { kind: "CI", memberships: () => [] };
