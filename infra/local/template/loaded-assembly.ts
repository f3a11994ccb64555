import type { Assembly } from "../parts.ts";
import type { Place } from "./identities.ts";

/** A synthesized app with its names resolved and its code found on disk. */
export type LoadedAssembly = Assembly & {
  readonly place: Place;
  /** Where the code of a function lies, by `Code.S3Key`. */
  readonly assets: ReadonlyMap<string, string>;
};
