import { withoutEmpty } from "../../parts/form/bound.ts";
import { changesOf } from "../../parts/record/merge.ts";
import type { Problem } from "./problem-actions.ts";

type Analysis = NonNullable<Problem["analysis"]>;

export type Why = NonNullable<Analysis["whys"]>[number];
export type PossibleCause = NonNullable<Analysis["causes"]>[number];
export type Moment = NonNullable<Analysis["timeline"]>[number];
export type RootCause = NonNullable<Problem["rootCause"]>;

/** All that is written of a problem's cause: the forms that people think in, and what they came to. */
export type Cause = {
  readonly whys: readonly Why[];
  readonly causes: readonly PossibleCause[];
  readonly timeline: readonly Moment[];
  readonly rootCause: RootCause | null;
};

/** Parts that the API keeps as a whole, apart from the root cause. */
const analysed = ["whys", "causes", "timeline"] as const;

export const causeOf = ({ analysis = {}, rootCause }: Problem): Cause => ({
  whys: analysis.whys ?? [],
  causes: analysis.causes ?? [],
  timeline: analysis.timeline ?? [],
  rootCause: rootCause ?? null,
});

export const emptyRootCause: RootCause = { text: "", ciIds: [] };

const isBlank = ({ verdict: _verdict, category: _category, ...said }: Readonly<Record<string, unknown>>) =>
  Object.keys(said).length === 0;

const rows = <R extends object>(list: readonly R[]): readonly R[] =>
  list.map((row) => withoutEmpty(row)).filter((row) => !isBlank(row as Readonly<Record<string, unknown>>));

const rootOf = (rootCause: RootCause | null): RootCause | null => {
  const { ciIds = [], ...said } = withoutEmpty(rootCause ?? emptyRootCause);
  return Object.keys(said).length === 0 && ciIds.length === 0 ? null : ({ ...said, ciIds } as RootCause);
};

/** What was typed as the API takes it: rows in which nothing stands are none. */
export const writtenOf = ({ whys, causes, timeline, rootCause }: Cause): Cause => ({
  whys: rows(whys),
  causes: rows(causes),
  timeline: rows(timeline),
  rootCause: rootOf(rootCause),
});

/** What has to be written for these changes: the analysis as a whole, the root cause, or both. */
export const requestsFor = (cause: Cause, changed: readonly string[]) => {
  const { rootCause, ...analysis } = cause;
  return {
    analysis: analysed.some((part) => changed.includes(part)) ? analysis : undefined,
    rootCause: changed.includes("rootCause") ? { rootCause } : undefined,
  };
};

/** Possible causes by kind, those that contribute first; kinds without any are left out. */
export const byBone = (causes: readonly PossibleCause[]) => {
  const weights = { contributes: 0, open: 1, ruled_out: 2 } as const;
  const bones = new Map<PossibleCause["category"], readonly PossibleCause[]>();
  for (const cause of causes) bones.set(cause.category, [...(bones.get(cause.category) ?? []), cause]);
  return [...bones].map(
    ([bone, own]) => [bone, own.toSorted((a, b) => weights[a.verdict] - weights[b.verdict])] as const,
  );
};

/** What is being written: what it began from, for which version of the problem, and how it is now. */
export type Written = { readonly base: Cause; readonly version: number; readonly yours: Cause };

/** What was written on top of what somebody else wrote meanwhile; parts that are named stay theirs. */
export const onTop = ({ base, yours }: Written, theirs: Problem, keepTheirs: readonly string[]): Written => {
  const now = causeOf(theirs);
  const mine = Object.entries(changesOf(base, yours)).filter(([part]) => !keepTheirs.includes(part));
  return { base: now, version: theirs.version, yours: { ...now, ...Object.fromEntries(mine) } };
};
