import { identitiesOf } from "../attributes.ts";
import { type Ci, CiId } from "../ci.ts";
import type { CiRow, Unread } from "../import-row.ts";
import type { PrecedenceRule } from "../precedence.ts";
import type { RowOutcome } from "../row-outcome.ts";
import type { Dependents } from "./ci.ts";
import type { ClassReader, Fault } from "./class-reader.ts";
import { createFrom, reconcileCi, type Verdict } from "./import-ci.ts";
import { matchOf, otherKey, sourceClaim } from "./match.ts";
import { partsOfValues, type Said, saidBy } from "./said.ts";

/** A row with its place in the import. */
export type PlacedRow<R> = { readonly row: string; readonly content: R };

/** A row as it was read, with everything by which its CI may be found. */
export type ReadRow = { readonly row: string; readonly key?: string | undefined } & (
  | { readonly said: Said; readonly claims: readonly string[] }
  | { readonly reason?: string; readonly faults?: readonly Fault[] }
);

/** What is planned of a row. */
export type PlannedCi = {
  readonly row: string;
  readonly key?: string | undefined;
  readonly outcome: RowOutcome;
  readonly said?: Said | undefined;
  readonly ciId?: string | undefined;
  readonly before?: Ci | undefined;
  readonly verdict?: Verdict | undefined;
  readonly isRestricted?: boolean | undefined;
  readonly reason?: string | undefined;
  readonly faults?: readonly Fault[] | undefined;
  readonly ciIds?: readonly string[] | undefined;
};

/** All that a page of rows is planned with. */
export type Circumstances = {
  readonly sourceId: string;
  readonly rules: readonly PrecedenceRule[];
  readonly now: string;
  /** CIs by claim, and as they are now. */
  readonly holders: ReadonlyMap<string, string>;
  readonly cis: ReadonlyMap<string, Ci>;
  readonly classOf: (classId: string) => ClassReader | undefined;
  readonly dependentsOf: (ciId: string) => Dependents;
  /** Rows that say again what an earlier row of the same import said, with that row. */
  readonly repeats: ReadonlyMap<string, string>;
  /** The number that a new CI gets, by row. */
  readonly newId: (row: string) => string;
};

/** Rows may name a CI by its number here, as an exported table does. */
export const isCiNumber = (key: string): boolean => CiId.safeParse(key).success;

/** What a row says, read as its class asks for. */
export const readRow = (
  { row, content }: PlacedRow<CiRow | Unread>,
  sourceId: string,
  classOf: Circumstances["classOf"],
): ReadRow => {
  if (content.kind === "unread") return { row, reason: content.problem };
  const { key } = content;
  const known = classOf(content.className);
  if (!known) return { row, key, reason: `There is no class ${content.className}: map it to one` };
  if (!known.isUsable) return { row, key, reason: `The class ${known.id} has no CIs of its own` };
  const said = saidBy(content, known);
  if ("problems" in said) return { row, key, faults: said.problems };
  const { attributes } = partsOfValues(said.values);
  const name = said.values.name ?? said.key;
  const identities = identitiesOf(known.chain, String(name), attributes);
  return { row, key: said.key, said, claims: [sourceClaim(sourceId, said.key), ...identities] };
};

type Found = ReadRow & { readonly said: Said };

const planKnown = (read: Found, ciId: string, on: Circumstances): PlannedCi => {
  const { row, key = "", said } = read;
  const before = on.cis.get(ciId);
  if (!before)
    return { row, key, said, ciId, outcome: "conflict", reason: "The CI is being written at this moment" };
  const isRestricted = before.restricted;
  const other = otherKey(before, on.sourceId, said.key);
  if (other !== undefined)
    return {
      row,
      key,
      said,
      ciId,
      isRestricted,
      outcome: "conflict",
      reason: `The source calls this CI ${other}, too`,
    };
  const { sources = [] } = before;
  if (
    sources.some(
      ({ sourceId, key: each, isSecond }) => sourceId === on.sourceId && each === said.key && isSecond,
    )
  ) {
    const reason = "Merged: another row of the source counts for this CI";
    return { row, key, said, ciId, isRestricted, outcome: "unchanged", reason };
  }
  const dependents = on.dependentsOf(ciId);
  const verdict = reconcileCi(before, said, { ...on, dependents, present: on.classOf(before.classId) });
  return { row, key, said, ciId, before, verdict, isRestricted, outcome: verdict.outcome };
};

const planFound = (read: Found & { readonly claims: readonly string[] }, on: Circumstances): PlannedCi => {
  const { row, key, said, claims } = read;
  const [source = "", ...identities] = claims;
  const isNumber = isCiNumber(said.key);
  if (isNumber && !on.cis.has(said.key))
    return { row, key, outcome: "invalid", reason: `There is no ${said.key}` };
  const match = matchOf(source, identities, (claim) =>
    isNumber && claim === source ? said.key : on.holders.get(claim),
  );
  if (match.kind === "known") return planKnown(read, match.ciId, on);
  if (match.kind === "several")
    return {
      row,
      key,
      said,
      outcome: "conflict",
      reason: "It may be any of several CIs",
      ciIds: match.ciIds,
    };
  if (said.isGone) return { row, key, said, outcome: "unchanged", reason: "Nothing is known of it" };
  const ciId = on.newId(row);
  return { row, key, said, ciId, verdict: createFrom(ciId, said, on), outcome: "created" };
};

/**
 * What a page of rows means, row by row; nothing of it depends on the order of rows, as long as no two are
 * about the same thing, of which the later one is only reported.
 */
export const planCis = (rows: readonly ReadRow[], on: Circumstances): readonly PlannedCi[] => {
  const taken = new Map<string, string>();
  return rows.map((read) => {
    const { row, key } = read;
    const repeated = on.repeats.get(row);
    if (repeated !== undefined)
      return { row, key, outcome: "repeated", reason: `Row ${repeated} is about the same thing` };
    if (!("said" in read)) return { row, key, outcome: "invalid", reason: read.reason, faults: read.faults };
    const first = read.claims.flatMap((claim) => taken.get(claim) ?? [])[0];
    if (first !== undefined)
      return {
        row,
        key,
        said: read.said,
        outcome: "repeated",
        reason: `Row ${first} is about the same thing`,
      };
    for (const claim of read.claims) taken.set(claim, row);
    return planFound(read, on);
  });
};
