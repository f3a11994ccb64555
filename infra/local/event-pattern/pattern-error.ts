/** Why AWS would refuse an event pattern. */
export class PatternError extends Error {
  override readonly name = "PatternError";
}
