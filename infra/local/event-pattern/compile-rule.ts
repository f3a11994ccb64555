import { compileFieldFinder, type Field, type FieldFinder, type Membership } from "./event-fields.ts";
import type { FieldTest, LeafTest } from "./leaf-test.ts";
import type { Rule } from "./pattern-rules.ts";

type FieldRule = {
  readonly find: FieldFinder;
  readonly tests: readonly LeafTest[];
  readonly mayBeAbsent: boolean;
};
/** What an event offers for one field of a rule. */
type Candidates = {
  readonly all: readonly Field[];
  readonly matched: readonly Field[];
  readonly mayBeAbsent: boolean;
};
type Places = ReadonlyMap<readonly unknown[], number>;

const agrees = (places: Places, membership: Membership): boolean => {
  for (let at = membership; at !== undefined; at = at.outer) {
    const index = places.get(at.array);
    if (index !== undefined && index !== at.index) return false;
  }
  return true;
};

const joined = (places: Places, membership: Membership): Places => {
  if (membership === undefined) return places;
  const both = new Map(places);
  for (let at: Membership = membership; at !== undefined; at = at.outer) both.set(at.array, at.index);
  return both;
};

/**
 * Array consistency: fields that lie in one array must be found in one and the same element. Searched in the
 * alphabetical order of the paths, as AWS does: `exists: false` is judged within the elements chosen so far.
 * Failed (field, places) pairs are remembered, so independent arrays do not multiply.
 */
const consistent = (fields: readonly Candidates[]): boolean => {
  const ids = new Map<readonly unknown[], number>();
  const idOf = (array: readonly unknown[]): number => {
    const id = ids.get(array) ?? ids.size;
    ids.set(array, id);
    return id;
  };
  const arraysFrom = fields.map((_, from) => {
    const arrays = new Set<readonly unknown[]>();
    for (const { all } of fields.slice(from))
      for (const { membership } of all)
        for (let at = membership; at !== undefined; at = at.outer) arrays.add(at.array);
    return arrays;
  });
  const failed = new Set<string>();
  const search = (at: number, chosen: Places): boolean => {
    const field = fields[at];
    if (field === undefined) return true;
    const places = new Map([...chosen].filter(([array]) => arraysFrom[at]?.has(array)));
    const key = `${at}|${[...places]
      .map(([array, index]) => `${idOf(array)}:${index}`)
      .sort()
      .join()}`;
    if (failed.has(key)) return false;
    const holds =
      (field.mayBeAbsent &&
        !field.all.some(({ membership }) => agrees(places, membership)) &&
        search(at + 1, places)) ||
      field.matched.some(
        ({ membership }) => agrees(places, membership) && search(at + 1, joined(places, membership)),
      );
    if (!holds) failed.add(key);
    return holds;
  };
  return search(0, new Map());
};

const candidates = ({ find, tests, mayBeAbsent }: FieldRule, event: unknown): Candidates => {
  const all = find(event);
  return { all, matched: all.filter(({ leaf }) => tests.some((test) => test(leaf))), mayBeAbsent };
};

const compileField = (path: string, alternatives: readonly FieldTest[]): FieldRule => ({
  find: compileFieldFinder(path),
  tests: alternatives.flatMap((each) => (each.absent ? [] : [each.test])),
  mayBeAbsent: alternatives.some((each) => each.absent),
});

/** Compiles one rule; most events are decided by the first field, and array search runs only where arrays are. */
export const compileRule = (rule: Rule): ((event: unknown) => boolean) => {
  const fields = [...rule]
    .sort(([one], [other]) => (one < other ? -1 : 1))
    .map(([path, alternatives]) => compileField(path, alternatives));
  return (event) => {
    const found: Candidates[] = [];
    let inArrays = false;
    for (const field of fields) {
      const each = candidates(field, event);
      if (each.matched.length === 0 && !field.mayBeAbsent) return false;
      const placed = each.all.some(({ membership }) => membership !== undefined);
      if (!placed && each.matched.length === 0 && each.all.length > 0) return false;
      inArrays ||= placed;
      found.push(each);
    }
    return !inArrays || consistent(found);
  };
};
