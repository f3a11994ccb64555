import * as z from "zod";
import { Refusal } from "./refusal.ts";

type Transition<S extends string> = { readonly from: readonly S[]; readonly to: S };

/**
 * A record's life as data: which action leads from which states to which state. From it come the zod enum,
 * the guard, the actions a reply offers, the diagram in the docs and the state x action matrix of the tests.
 */
export type Lifecycle<S extends string, A extends string> = {
  readonly states: readonly S[];
  readonly transitions: Readonly<Record<A, Transition<S>>>;
  readonly State: z.ZodEnum<{ [K in S]: K }>;
  /** The state an action leads to; refuses with `illegal_transition` where the table has no such arrow. */
  readonly next: (state: S, action: A) => S;
  /** What may be done in a state, in the table's order. */
  readonly allowed: (state: S) => readonly A[];
};

export const defineLifecycle = <const S extends string, A extends string>(
  states: readonly [S, ...S[]],
  transitions: Readonly<Record<A, Transition<NoInfer<S>>>>,
): Lifecycle<S, A> => {
  const actions = Object.keys(transitions) as A[];
  return {
    states,
    transitions,
    State: z.enum(states) as unknown as Lifecycle<S, A>["State"],
    next: (state, action) => {
      const { from, to } = transitions[action];
      if (from.includes(state)) return to;
      throw new Refusal("illegal_transition", `"${action}" is not possible in state "${state}"`);
    },
    allowed: (state) => actions.filter((action) => transitions[action].from.includes(state)),
  };
};

/** A lifecycle as plain data, whatever its states and actions are called. */
export type LifecycleTable = {
  readonly states: readonly string[];
  readonly transitions: Readonly<Record<string, Transition<string>>>;
};

/** Mermaid text of a lifecycle, for the generated docs. */
export const lifecycleDiagram = (lifecycle: LifecycleTable): string =>
  [
    "stateDiagram-v2",
    `  [*] --> ${lifecycle.states[0]}`,
    ...Object.entries(lifecycle.transitions).flatMap(([action, { from, to }]) =>
      from.map((state) => `  ${state} --> ${to}: ${action}`),
    ),
  ].join("\n");
