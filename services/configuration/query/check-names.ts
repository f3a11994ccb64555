import { Refusal, type Violation } from "../../../shared/domain/refusal.ts";
import { unknownId } from "../../../shared/kept/named.ts";
import type { CiClass } from "../ci-class.ts";
import { rootClassId, seededClasses } from "../seeds/classes.ts";
import { type ConfigurationContext, paths } from "../table.ts";
import { allOf } from "../whole-model.ts";
import type { Query, Step } from "./ci-query.ts";
import { attributeIn } from "./condition.ts";

type Place = Pick<Step, "where"> & { readonly classId?: string | undefined };

/** A class and those above it, by id; empty where it is not there. */
const chainIn = (classes: ReadonlyMap<string, CiClass>, classId: string): readonly CiClass[] => {
  const own = classes.get(classId);
  if (own === undefined) return [];
  return own.parentId === own.id ? [own] : [...chainIn(classes, own.parentId), own];
};

/** What CIs of a class and of those below it may have. */
const attributesBelow = (classes: ReadonlyMap<string, CiClass>, classId: string): ReadonlySet<string> => {
  const chains = [...classes.keys()].map((id) => chainIn(classes, id));
  const within = chains.filter((chain) => chain.some(({ id }) => id === classId));
  return new Set(within.flat().flatMap(({ attributes }) => attributes.map(({ name }) => name)));
};

/**
 * Refuses a query that names a class, a type of relation or an attribute that is not there: it would find nothing,
 * and nobody would know why. What is retired may be asked about, because CIs and relations of it stay.
 */
export const mustNameWhatIsThere = async (
  query: Query,
  { classes, relationTypes }: ConfigurationContext,
): Promise<void> => {
  const { all, truncated } = await allOf(classes, paths.ciClass, seededClasses);
  const known = new Map(all.map((each) => [each.id, each]));
  const places: readonly (readonly [string, Place])[] = [
    ["body", query],
    ...query.steps.map((step, at) => [`body.steps.${at}`, step] as const),
  ];
  const faults: Violation[] = [];
  for (const [path, { classId, where }] of places) {
    if (classId !== undefined && !known.has(classId) && !truncated)
      throw unknownId(classId, `${path}.classId`);
    const may = attributesBelow(known, classId ?? rootClassId);
    for (const [at, { field }] of where.entries()) {
      const attribute = attributeIn(field);
      if (attribute !== undefined && !may.has(attribute) && !truncated)
        faults.push({ path: `${path}.where.${at}.field`, message: `No class here has ${attribute}` });
    }
  }
  if (faults.length > 0) throw new Refusal("invalid_input", undefined, faults);
  for (const [at, { typeIds }] of query.steps.entries())
    for (const [i, id] of typeIds.entries())
      await relationTypes.get(id).catch((error: unknown) => {
        throw error instanceof Refusal ? unknownId(id, `body.steps.${at}.typeIds.${i}`) : error;
      });
};
