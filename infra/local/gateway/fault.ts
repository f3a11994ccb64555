/** One AWS call of a function, as a fault plan sees it. */
export type AwsCall = {
  readonly role: string;
  readonly service: "dynamodb" | "events" | "kms";
  readonly operation: string;
};

/**
 * A place for trouble: called before and after each AWS call of a function. It may wait, throw an
 * `AwsFailure` (the function sees that error) or throw anything else (the connection breaks). Thrown
 * after the call, the effect has happened and the function does not know.
 */
export type FaultHook = (stage: "before" | "after", call: AwsCall) => void | Promise<void>;
