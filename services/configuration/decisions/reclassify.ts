import { Refusal } from "../../../shared/domain/refusal.ts";
import { type Decision, occurred } from "../../../shared/dynamo/record.ts";
import { attributeFaults, attributesOf, type ClassChain, identitiesOf } from "../attributes.ts";
import type { Attributes, Ci } from "../ci.ts";
import { CiReclassified } from "../events.ts";
import { originsWithout, refuseAbstract, snapshotOf } from "./ci.ts";

/**
 * The CI was of another class all along. Its number, history and relations stay; attributes that the new class
 * does not know go, and are in the history.
 */
export const reclassifyCi = (ci: Ci, chain: ClassChain, given: Attributes = {}): Decision<Ci> => {
  if (ci.state === "retired") throw new Refusal("illegal_transition", "A retired CI is not reclassified");
  refuseAbstract(chain);
  const classPath = chain.map(({ id }) => id);
  const classId = classPath.at(-1) ?? ci.classId;
  if (classId === ci.classId) return [];
  const known = new Set(attributesOf(chain).map(({ name }) => name));
  const all = { ...ci.attributes, ...given };
  const kept = Object.fromEntries(
    Object.entries(all).filter(([name]) => known.has(name) || Object.hasOwn(given, name)),
  );
  const faults = attributeFaults(chain, kept);
  if (faults.length > 0) throw new Refusal("invalid_input", undefined, faults);
  const dropped = Object.keys(ci.attributes).filter((name) => !Object.hasOwn(kept, name));
  const identities = identitiesOf(chain, ci.name, kept);
  const origins = originsWithout(ci, Object.keys(given));
  const changes = { classId, classPath, attributes: kept, identities, ...(origins ? { origins } : {}) };
  const data = { ci: snapshotOf({ ...ci, ...changes }), fromClassId: ci.classId, dropped };
  return [occurred(CiReclassified, data, changes)];
};
