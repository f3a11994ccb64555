import type { Assembly } from "../parts.ts";
import type { ObjectMeta } from "./object-store.ts";

type TagFilter = { readonly Key: string; readonly Value: string };
type LifecycleRule = {
  readonly Status?: string;
  readonly ExpirationInDays?: number;
  readonly Prefix?: string;
  readonly TagFilters?: readonly TagFilter[];
};

const dayMs = 24 * 60 * 60 * 1000;

const concerns = ({ Prefix = "", TagFilters = [] }: LifecycleRule, { key, tags }: ObjectMeta): boolean =>
  key.startsWith(Prefix) && TagFilters.every(({ Key, Value }) => tags[Key] === Value);

/** Whether an object is past what the lifecycle rules of its bucket give it; S3 rounds up to the next midnight. */
export const createLifecycle = (assembly: Assembly) => {
  const rules = new Map(
    assembly
      .ofType("AWS::S3::Bucket")
      .map(({ ref, properties }): [string, readonly LifecycleRule[]] => [
        ref,
        properties.LifecycleConfiguration?.Rules ?? [],
      ]),
  );
  return (meta: ObjectMeta, now: number): boolean =>
    (rules.get(meta.bucket) ?? [])
      .filter((rule) => rule.Status === "Enabled" && rule.ExpirationInDays !== undefined)
      .filter((rule) => concerns(rule, meta))
      .some(
        ({ ExpirationInDays = 0 }) =>
          now >= (Math.floor((meta.storedAt + ExpirationInDays * dayMs) / dayMs) + 1) * dayMs,
      );
};
