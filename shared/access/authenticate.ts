import * as z from "zod";
import { Refusal } from "../domain/refusal.ts";
import { type Actor, type Grants, granted } from "./actor.ts";

/** Group in the token to what it means here. */
export const GroupMapping = z.record(
  z.string(),
  z.object({ roles: z.array(z.string()).default([]), teams: z.array(z.string()).default([]) }),
);
export type GroupMapping = z.infer<typeof GroupMapping>;

/** Claims as the HTTP API hands them on: every value a string, lists written as `[a b]`. */
export type Claims = Readonly<Record<string, unknown>>;

const listOf = (claim: unknown): readonly string[] =>
  Array.isArray(claim)
    ? claim.map(String)
    : String(claim ?? "")
        .replace(/^\[|\]$/g, "")
        .split(/[\s,]+/)
        .filter(Boolean);

const meaningOf = (
  mapping: GroupMapping,
  group: string,
): { roles: readonly string[]; teams: readonly string[] } => {
  const mapped = Object.hasOwn(mapping, group) ? mapping[group] : undefined;
  if (mapped) return mapped;
  const [kind, name = ""] = group.split(/:(.*)/s);
  return { roles: kind === "role" ? [name] : [], teams: kind === "team" ? [name] : [] };
};

/** Who somebody is says an ID token; what they may do here only an access token. Cognito says which it is, others need not. */
const isForAccess = ({ token_use: use }: Claims): boolean => use === undefined || use === "access";

/**
 * The actor behind verified claims. A token of a person (one whose subject is not its client) always has the
 * role `employee`; a machine has what the groups `client:<id>` and its own groups say.
 */
export const createAuthenticator = (
  mapping: GroupMapping,
  grants: Grants,
): ((claims: Claims | undefined) => Actor) => {
  return (claims) => {
    const id = claims?.sub;
    if (typeof id !== "string" || id === "" || id.length > 128) throw new Refusal("unauthenticated");
    if (!isForAccess(claims as Claims)) throw new Refusal("unauthenticated");
    const machine = id === claims?.client_id;
    const groups = [
      ...listOf(claims?.["cognito:groups"]),
      ...listOf(claims?.groups),
      ...(machine ? [`client:${id}`] : []),
    ];
    const meanings = groups.map((group) => meaningOf(mapping, group));
    const roles = [...new Set([...(machine ? [] : ["employee"]), ...meanings.flatMap((m) => m.roles)])];
    const teams = [...new Set(meanings.flatMap((m) => m.teams))];
    const name = typeof claims?.name === "string" ? claims.name : undefined;
    return { id, name, roles, teams, permissions: granted(grants, roles) };
  };
};
