import * as z from "zod";
import { Refusal } from "../../../shared/domain/refusal.ts";
import { LongText } from "../../../shared/domain/texts.ts";
import { type Decision, occurred } from "../../../shared/dynamo/record.ts";
import type { Change } from "../change.ts";
import { ChangeId } from "../change-fields.ts";
import {
  ChangeFindingAcknowledged,
  ChangeFindingConfirmed,
  ChangeFindingExplained,
  ChangeFindingRaised,
  ChangeFindingRepeated,
} from "../events-findings.ts";
import { type Finding, findingLifecycle, isUnsettled } from "../finding.ts";
import type { KnownCi } from "../known-ci.ts";
import type { SettingsFields } from "../settings.ts";

type FindingDecision = Decision<Finding>;

/** As many attributes and nearby changes as people look through. */
const mostNamed = 50;

const happened = (
  event: typeof ChangeFindingRaised,
  before: Partial<Finding>,
  changes: Partial<Finding>,
): FindingDecision => {
  const finding = { ...before, ...changes } as Finding;
  return [occurred(event, { finding }, changes)];
};

/** A CI that is otherwise: in what, by whom it was found, and which changes of it are planned about then. */
export type Found = {
  readonly ci: KnownCi;
  readonly changed: readonly string[];
  readonly sourceId: string;
  readonly at: string;
  readonly nearbyIds: readonly string[];
};

/**
 * Whether a change was being done on a CI at some moment of a stretch (ISO 8601). Sources look from time to
 * time, so what they find may have been done a while ago; what was only planned has not been done.
 */
export const wasUnderWay = (
  { state, ciIds, actualStart, actualEnd }: Change,
  ciId: string,
  from: string,
  to: string,
): boolean => {
  if (actualStart === undefined || actualStart > to || !ciIds.includes(ciId)) return false;
  return actualEnd === undefined ? state === "implement" : actualEnd >= from;
};

const opensIncident = (
  { criticality }: KnownCi,
  rule: SettingsFields["unauthorizedOpensIncident"],
): boolean => rule === "always" || (rule === "critical" && criticality === "high");

const factsOf = ({ ci }: Found) => {
  const { name: ciName, classId, criticality, ownerId, teamId } = ci;
  return { ciName, classId, criticality, ownerId, teamId };
};

export const raise = (id: string, found: Found, settings: SettingsFields): FindingDecision => {
  const { ci, changed, sourceId, at, nearbyIds } = found;
  return happened(
    ChangeFindingRaised,
    { id },
    {
      ...factsOf(found),
      state: "open",
      ciId: ci.id,
      sourceId,
      changed: changed.slice(0, mostNamed),
      times: 1,
      firstAt: at,
      lastAt: at,
      sequence: ci.sequence,
      nearbyIds: nearbyIds.slice(0, mostNamed),
      opensIncident: opensIncident(ci, settings.unauthorizedOpensIncident),
    },
  );
};

/** It is otherwise once more, before anybody has explained it. */
export const repeat = (finding: Finding, found: Found): FindingDecision => {
  if (!isUnsettled(finding) || finding.sequence >= found.ci.sequence) return [];
  const all = <T>(a: readonly T[], b: readonly T[]): T[] => [...new Set([...a, ...b])].slice(0, mostNamed);
  return happened(ChangeFindingRepeated, finding, {
    ...factsOf(found),
    changed: all(finding.changed, found.changed),
    nearbyIds: all(finding.nearbyIds, found.nearbyIds),
    times: finding.times + 1,
    lastAt: found.at > finding.lastAt ? found.at : finding.lastAt,
    sequence: found.ci.sequence,
  });
};

type On = { readonly personId: string; readonly now: string };

export const acknowledge = (finding: Finding, { personId }: On): FindingDecision =>
  happened(ChangeFindingAcknowledged, finding, {
    state: findingLifecycle.next(finding.state, "acknowledge"),
    takenBy: personId,
  });

export const Explanation = z.strictObject({
  text: LongText.describe("How it came about"),
  changeId: ChangeId.optional().describe(
    "The change that it belongs to, also one that was recorded afterwards",
  ),
});

const settled = (
  event: typeof ChangeFindingRaised,
  finding: Finding,
  action: "explain" | "confirm",
  said: Partial<Finding>,
  { personId, now }: On,
): FindingDecision => {
  const state = findingLifecycle.next(finding.state, action);
  return happened(event, finding, { ...said, state, settledBy: personId, settledAt: now });
};

/** `change`: the one that is named, of the CI that was found otherwise. */
export const explain = (
  finding: Finding,
  { text, changeId }: z.infer<typeof Explanation>,
  on: On & { readonly change: Pick<Change, "ciIds"> | undefined },
): FindingDecision => {
  const path = "body.changeId";
  if (changeId !== undefined && !on.change)
    throw new Refusal("invalid_input", undefined, [{ path, message: "No such change" }]);
  if (on.change && !on.change.ciIds.includes(finding.ciId))
    throw new Refusal("rule_violation", undefined, [{ path, message: `It is no change of ${finding.ciId}` }]);
  return settled(ChangeFindingExplained, finding, "explain", { text, changeId }, on);
};

export const Confirmation = z.strictObject({
  text: LongText.describe("What was done, and what is done about it"),
});

export const confirm = (finding: Finding, { text }: z.infer<typeof Confirmation>, on: On): FindingDecision =>
  settled(ChangeFindingConfirmed, finding, "confirm", { text }, on);
