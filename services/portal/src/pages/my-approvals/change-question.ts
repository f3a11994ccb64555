import type { Schemas } from "../../../../../docs/generated/api.ts";

/** A question about a change, put to the person. */
export type QuestionProps = {
  readonly change: Schemas["Change"];
  /** Who asks, or does the work, does not decide. */
  readonly isBarred: boolean;
  readonly onDone: () => void;
  readonly onRefused: () => unknown;
};
