/** One field that two people changed. */
export type Conflict = {
  readonly field: string;
  readonly before: unknown;
  readonly yours: unknown;
  readonly theirs: unknown;
};

type Fields = Readonly<Record<string, unknown>>;

const isSame = (one: unknown, other: unknown): boolean =>
  JSON.stringify(one ?? null) === JSON.stringify(other ?? null);

/** The fields of a form that differ from the record it was opened with. */
export const changesOf = (before: Fields, yours: Fields): Fields =>
  Object.fromEntries(Object.entries(yours).filter(([field, value]) => !isSame(value, before[field])));

/** Fields that both changed, and not to the same; only about these does anybody have to decide. */
export const conflictsOf = (before: Fields, yours: Fields, theirs: Fields): readonly Conflict[] =>
  Object.entries(changesOf(before, yours))
    .filter(([field, value]) => !isSame(theirs[field], before[field]) && !isSame(theirs[field], value))
    .map(([field, value]) => ({ field, before: before[field], yours: value, theirs: theirs[field] }));

/** Your changes on top of theirs; where both changed a field, yours unless `keepTheirs` names it. */
export const merged = (before: Fields, yours: Fields, keepTheirs: readonly string[]): Fields =>
  Object.fromEntries(
    Object.entries(changesOf(before, yours)).filter(([field]) => !keepTheirs.includes(field)),
  );
