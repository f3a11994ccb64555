import * as z from "zod";
import { defineLifecycle, type Lifecycle } from "../../shared/domain/lifecycle.ts";
import { Refusal } from "../../shared/domain/refusal.ts";

export const ChangeType = z.enum(["standard", "normal", "emergency"]);
export type ChangeType = z.infer<typeof ChangeType>;

const states = [
  "new",
  "assess",
  "authorize",
  "scheduled",
  "implement",
  "review",
  "closed",
  "cancelled",
] as const;

/** The end of every path: it is done, looked back upon, and over. */
const doing = {
  start: { from: ["scheduled"], to: "implement" },
  complete: { from: ["implement"], to: "review" },
  close: { from: ["review"], to: "closed" },
} as const;

/**
 * The state paths of ITIL 4's three types of change, as the field's default model has them. A normal change is
 * assessed and authorised; `revise` takes back to assessment what was or is being approved, and voids it.
 */
export const normalLifecycle = defineLifecycle(states, {
  submit: { from: ["new"], to: "assess" },
  assess: { from: ["assess"], to: "authorize" },
  approve: { from: ["authorize"], to: "scheduled" },
  reject: { from: ["authorize"], to: "new" },
  revise: { from: ["authorize", "scheduled"], to: "assess" },
  ...doing,
  cancel: { from: ["new", "assess", "authorize", "scheduled"], to: "cancelled" },
});

/** Authorised in advance by its template: what remains is to say when. */
export const standardLifecycle = defineLifecycle(states, {
  submit: { from: ["new"], to: "scheduled" },
  revise: { from: ["scheduled"], to: "new" },
  ...doing,
  cancel: { from: ["new", "scheduled"], to: "cancelled" },
});

/** Authorised without a full assessment, because waiting would cost more. */
export const emergencyLifecycle = defineLifecycle(states, {
  submit: { from: ["new"], to: "authorize" },
  approve: { from: ["authorize"], to: "scheduled" },
  reject: { from: ["authorize"], to: "new" },
  revise: { from: ["authorize", "scheduled"], to: "new" },
  ...doing,
  cancel: { from: ["new", "authorize", "scheduled"], to: "cancelled" },
});

export type ChangeState = z.infer<typeof normalLifecycle.State>;
export type ChangeAction = keyof typeof normalLifecycle.transitions;

type Path = {
  readonly next: (state: ChangeState, action: ChangeAction) => ChangeState;
  readonly allowed: (state: ChangeState) => readonly ChangeAction[];
};

/** A type's path, asked for any action: one that it does not have is refused like one at the wrong time. */
const path = <A extends ChangeAction>(lifecycle: Lifecycle<ChangeState, A>): Path => ({
  next: (state, action) => {
    if (Object.hasOwn(lifecycle.transitions, action)) return lifecycle.next(state, action as A);
    throw new Refusal("illegal_transition", `"${action}" is no step of this type of change`);
  },
  allowed: lifecycle.allowed,
});

/** The path a type takes. */
export const pathOf: Readonly<Record<ChangeType, Path>> = {
  normal: path(normalLifecycle),
  standard: path(standardLifecycle),
  emergency: path(emergencyLifecycle),
};
