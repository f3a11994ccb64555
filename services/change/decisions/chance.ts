/** How changes of one kind ended: by what they have in common, such as `team network`. */
export type Record = { readonly of: string; readonly changes: number; readonly successful: number };

/** The chance of success with what it is based on, from the most general record to the closest. */
export type Chance = {
  /** 0 to 100, whole. */
  readonly percent: number;
  readonly basis: readonly (Record & { readonly percent: number })[];
};

/**
 * So many changes of the more general kind count like one's own: a record of ten changes weighs as much as
 * what is known of all, a record of a hundred ten times as much.
 */
const weight = 10;
/** Before anything is known: as likely as not would frighten, certain would deceive. Counts as one change. */
const prior = { rate: 0.9, weight: 1 };

/**
 * The chance that a change succeeds, from how changes like it ended. Each record, from the general to the close
 * (all changes, its type, model or template, team, CIs), corrects the one before by as much as it has seen:
 * p = (successes + 10 p') / (changes + 10), the mean of a beta-binomial model. A team with two failures of two is
 * so not hopeless, and one with eighty of hundred is what it is. A change counts as successful when its outcome
 * is `successful` or `successful_with_issues`.
 */
export const chanceOf = (records: readonly Record[]): Chance => {
  let rate = prior.rate;
  let strength = prior.weight;
  const basis = records.map((record) => {
    rate = (record.successful + strength * rate) / (record.changes + strength);
    strength = weight;
    return { ...record, percent: Math.round(rate * 100) };
  });
  return { percent: Math.round(rate * 100), basis };
};
