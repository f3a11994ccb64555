import { isSame } from "../../../shared/domain/is-same.ts";
import { Refusal } from "../../../shared/domain/refusal.ts";
import { type Decision, occurred } from "../../../shared/dynamo/record.ts";
import type { ChangeModificationsDue } from "../../change/events-modifications.ts";
import type { ClassChain } from "../attributes.ts";
import { type Ci, type CiAction, ciLifecycle } from "../ci.ts";
import { CiUpdated } from "../events.ts";
import type { FollowedChange } from "../followed-change.ts";
import {
  CiEdits,
  type Dependents,
  deployCi,
  editCi,
  maintainCi,
  reinstateCi,
  retireCi,
  snapshotOf,
} from "./ci.ts";

type Wanted = (typeof ChangeModificationsDue)["data"]["_output"]["modifications"]["cis"][number]["set"];

/** As many changes as a CI remembers: what is taken back is taken back soon. */
const most = 10;

type On = { readonly chain: ClassChain; readonly dependents: Dependents; readonly now: string };

const after = (ci: Ci, decision: Decision<Ci>): Ci =>
  Object.assign({}, ci, ...decision.map(({ changes }) => changes));

const moves: Readonly<Record<CiAction, (ci: Ci, on: On) => Decision<Ci>>> = {
  deploy: deployCi,
  maintain: maintainCi,
  reinstate: reinstateCi,
  retire: (ci, { dependents, now }) => retireCi(ci, dependents, now),
};

const moved = (ci: Ci, state: string | undefined, on: On): Decision<Ci> => {
  if (state === undefined || state === ci.state) return [];
  const action = ciLifecycle.allowed(ci.state).find((each) => ciLifecycle.transitions[each].to === state);
  if (action === undefined)
    throw new Refusal("illegal_transition", `From "${ci.state}" it cannot be "${state}"`);
  return moves[action](ci, on);
};

/** Its state and its facts; what is retired is edited before, what comes back after. */
const modified = (ci: Ci, { state, ...facts }: Wanted, on: On): Decision<Ci> => {
  const edits = Object.keys(facts).length === 0 ? undefined : CiEdits.parse(facts);
  const edited = (of: Ci) => (edits === undefined ? [] : editCi(of, edits, on.chain));
  const first = state === "retired" ? edited(ci) : moved(ci, state, on);
  const between = after(ci, first);
  return [...first, ...(state === "retired" ? moved(between, state, on) : edited(between))];
};

type Values = Readonly<Record<string, unknown>>;

/** What a CI says now of what a change modifies; attributes by `attributes.name`, null where it says nothing. */
export const valuesOf = (ci: Ci, set: Wanted): Values => {
  const { attributes = {}, ...facts } = set;
  const now = ci as unknown as Values;
  return {
    ...Object.fromEntries(Object.keys(facts).map((name) => [name, now[name] ?? null])),
    ...Object.fromEntries(
      Object.keys(attributes).map((name) => [`attributes.${name}`, ci.attributes[name] ?? null]),
    ),
  };
};

const wantedOf = (set: Wanted): Values => {
  const { attributes = {}, ...facts } = set;
  return {
    ...facts,
    ...Object.fromEntries(Object.entries(attributes).map(([name, value]) => [`attributes.${name}`, value])),
  };
};

/** Back to what was, where it still is what the change made of it: what others said since then stays. */
const backwards = (ci: Ci, set: Wanted, before: Values): Wanted => {
  const [now, made] = [valuesOf(ci, set), wantedOf(set)];
  const names = Object.keys(before).filter((name) => isSame(now[name], made[name]));
  const facts = names.filter((name) => !name.startsWith("attributes."));
  const attributes = names.filter((name) => name.startsWith("attributes."));
  return {
    ...Object.fromEntries(facts.map((name) => [name, before[name]])),
    ...(attributes.length === 0
      ? {}
      : {
          attributes: Object.fromEntries(
            attributes.map((name) => [name.slice("attributes.".length), before[name]]),
          ),
        }),
  } as Wanted;
};

/**
 * Brings a CI to what a change has made of it, or back. The CI remembers which version of the change it has
 * followed and what it was before, so that repeated and late events do nothing. Refuses, as people are refused,
 * what its class or state does not allow.
 */
export const followChange = (
  ci: Ci,
  told: Pick<FollowedChange, "changeId" | "sequence" | "applies"> & { readonly set: Wanted },
  on: On,
): Decision<Ci> => {
  const { set, ...mark } = told;
  const { followedChanges = [] } = ci;
  const known = followedChanges.find(({ changeId }) => changeId === told.changeId);
  if (known && known.sequence >= told.sequence) return [];
  const before = known?.applies ? known.before : valuesOf(ci, set);
  const isSo = (known?.applies ?? false) === told.applies;
  const decision = isSo ? [] : modified(ci, told.applies ? set : backwards(ci, set, before), on);
  const others = followedChanges.filter((each) => each !== known);
  const changes = { followedChanges: [...others, { ...mark, before }].slice(-most) };
  const [first, ...rest] = decision;
  if (first) return [{ ...first, changes: { ...first.changes, ...changes } }, ...rest];
  return [occurred(CiUpdated, { ci: snapshotOf(ci) }, changes)];
};
