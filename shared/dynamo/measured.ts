/** One thing that a record counts in, as long as it is as it is. */
export type Count = {
  /** What is counted, such as `opened`; unique among the counts of a record together with `name`. */
  readonly figure: string;
  /** Tells counts of one figure apart, where a record has several. */
  readonly name?: string | undefined;
  /** The instant it counts at (ISO 8601 UTC): its day is what it is added up by. */
  readonly at: string;
  /** What every breakdown is broken down by once more, one of few values, in whose order lists are. */
  readonly level: string;
  /** What it is broken down by: dimension to value. A record without a value has `absent`. */
  readonly by: Readonly<Record<string, string>>;
  /** Whole numbers that are added up beside the count itself. */
  readonly sums?: Readonly<Record<string, number>>;
  /** True for what is there now and goes again: kept apart from what happened, which only grows. */
  readonly isStock?: boolean;
};

/** The value of a dimension for what has none. */
export const absent = "-";
/** The dimension that every count has, under the value of the same name. */
export const whole = "all";

/** When something last happened to a record that its snapshot does not date. */
type Moment = { readonly sequence: number; readonly at: string };

/** All that is known of a record: what the highest sequence said, and the latest moment of each name. */
export type Fact<K> = {
  readonly sequence: number;
  readonly known: K;
  readonly moments?: Readonly<Record<string, Moment>> | undefined;
};

/** What an event tells: the record as it is after it, and perhaps that this was the moment of something. */
export type Told<K> = {
  readonly sequence: number;
  readonly known: K;
  readonly moment?: NamedMoment | undefined;
};
type NamedMoment = { readonly name: string; readonly at: string };

const momentsWith = (
  moments: Fact<unknown>["moments"],
  sequence: number,
  moment: NamedMoment | undefined,
): Fact<unknown>["moments"] => {
  if (moment === undefined || (moments?.[moment.name]?.sequence ?? 0) >= sequence) return moments;
  return { ...moments, [moment.name]: { sequence, at: moment.at } };
};

/**
 * What is known after an event, whenever it comes and however often: the same events lead to the same fact in
 * every order. Undefined where it is no news.
 */
export const heard = <K>(before: Fact<K> | undefined, told: Told<K>): Fact<K> | undefined => {
  const { sequence, known } = told;
  const isLater = before === undefined || sequence > before.sequence;
  const moments = momentsWith(before?.moments, sequence, told.moment);
  if (!isLater && moments === before.moments) return undefined;
  const last = isLater ? { sequence, known } : { sequence: before.sequence, known: before.known };
  return { ...last, ...(moments ? { moments } : {}) };
};

/** A kind of records that are counted. */
export type MeasuredKind<K> = {
  /** Key prefix, such as `box`. */
  readonly kind: string;
  /** Raised when `counts` is another function: facts that were counted by an earlier one are counted anew. */
  readonly edition: number;
  readonly counts: (id: string, fact: Fact<K>) => readonly Count[];
};
