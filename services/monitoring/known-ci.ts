import type { ProjectionType } from "../../shared/dynamo/projections.ts";
import type { CiSnapshot } from "../configuration/events.ts";

/** What monitoring keeps of a configuration item: what tools call it, and the services it belongs to. */
export type KnownCi = { readonly names: readonly string[]; readonly serviceIds: readonly string[] };

/** Attributes that name one thing: an ARN, an instance id, a host name. What many have in common names none. */
const naming = /(?:arn|id|identifier|hostname|fqdn)$/i;
const longest = 512;
/** More are no names. */
const most = 10;

/** As names are compared: tools do not agree on capitals. */
export const nameKey = (name: string): string => name.trim().toLowerCase();

/** What an ARN's resource is called without its kind: `i-0abc` of `arn:aws:ec2:...:instance/i-0abc`. */
const endOfArn = (name: string): string[] =>
  /^arn:/i.test(name) ? [name.slice(name.search(/[^:/]*$/))].filter((end) => end !== "") : [];

/** What is retired is nobody's any more; of a restricted one nothing but its number is told. */
export const knownCi = ({ name, state, attributes, serviceIds = [], restricted }: CiSnapshot): KnownCi => {
  if (state === "retired" || restricted) return { names: [], serviceIds: [] };
  const named = Object.entries(attributes).flatMap(([attribute, value]) =>
    naming.test(attribute) && typeof value === "string" && value.length <= longest ? [value] : [],
  );
  const names = [name, ...named, ...named.flatMap(endOfArn)].map(nameKey).filter((each) => each !== "");
  return { names: [...new Set(names)].slice(0, most), serviceIds };
};

export const ciProjection: ProjectionType<KnownCi> = {
  kind: "CI",
  memberships: ({ names }) => names.map((group) => ({ group, order: "ci" })),
  listed: ({ serviceIds }) => ({ serviceIds }),
};
