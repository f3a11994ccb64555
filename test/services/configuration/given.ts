import type { Ci, NewCi } from "../../../services/configuration/ci.ts";
import type { CiClass } from "../../../services/configuration/ci-class.ts";
import { registerCi } from "../../../services/configuration/decisions/ci.ts";
import { seededClasses } from "../../../services/configuration/seeds/classes.ts";
import type { Decision, RecordBase } from "../../../shared/dynamo/record.ts";

/** A class of the product's own with all above it. */
export const chainOf = (classId: string): readonly CiClass[] => {
  const own = seededClasses.get(classId);
  if (own === undefined) throw new Error(`There is no class ${classId}`);
  return own.parentId === own.id ? [own] : [...chainOf(own.parentId), own];
};

/** A record as a decision leaves it. */
export const applied = <R extends RecordBase>(before: Partial<R>, decision: Decision<R>): R =>
  Object.assign({ version: 1 }, before, ...decision.map(({ changes }) => changes));

export const newCi = (more: Partial<NewCi> = {}): NewCi => ({
  name: "web-1",
  classId: "server",
  criticality: "low",
  attributes: {},
  restricted: false,
  state: "live",
  ...more,
});

export const registered = (more: Partial<NewCi> = {}, id = "CI0000001"): Ci =>
  applied<Ci>({ id }, registerCi(id, newCi(more), chainOf(more.classId ?? "server")));
