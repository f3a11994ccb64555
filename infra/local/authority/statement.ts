import { type Condition, compileCondition } from "./condition.ts";
import { compileArnGlob, compileGlob, type Glob, listOf } from "./glob.ts";

/** A policy statement as written in a template. */
export type RawStatement = Readonly<Record<string, unknown>>;
/** Who asks: a role, or an AWS service. */
export type Principal = { readonly role: string } | { readonly service: string };

export type Statement = {
  readonly allow: boolean;
  /** Where it is written, for the reason of a denial. */
  readonly origin: string;
  readonly covers: (action: string, resource: string) => boolean;
  readonly concerns: (principal: Principal) => boolean;
  /** Undefined when it holds for every request. */
  readonly condition: Condition | undefined;
};

const anyOf = (globs: readonly Glob[]): Glob =>
  (globs.length === 1 && globs[0]) || ((text) => globs.some((glob) => glob(text)));

const compileActions = (statement: RawStatement): Glob => {
  const excluded = statement.NotAction !== undefined;
  const globs = listOf(excluded ? statement.NotAction : statement.Action).map((each) =>
    compileGlob(String(each), "si"),
  );
  const listed = anyOf(globs);
  return excluded ? (action) => !listed(action) : listed;
};

const compileResources = (statement: RawStatement): Glob => {
  const excluded = statement.NotResource !== undefined;
  const globs = listOf(excluded ? statement.NotResource : statement.Resource).map((each) =>
    compileArnGlob(String(each)),
  );
  const listed = anyOf(globs);
  return excluded ? (resource) => !listed(resource) : listed;
};

const accountOf = (text: string): string | undefined =>
  /^\d{12}$/.test(text) ? text : /^arn:[^:]+:iam::(\d{12}):root$/.exec(text)?.[1];

/**
 * Allowing an account only hands the decision to its identity policies, so it allows no role by itself;
 * denying an account denies every role in it.
 */
const concernsRole = (named: string, role: string, allow: boolean): boolean => {
  if (named === "*" || named === role) return true;
  const account = accountOf(named);
  return account !== undefined && !allow && role.split(":")[4] === account;
};

const compilePrincipal = (principal: unknown, allow: boolean): Statement["concerns"] => {
  if (principal === undefined || principal === "*") return () => true;
  const { AWS, Service } = principal as { readonly AWS?: unknown; readonly Service?: unknown };
  const accounts = listOf(AWS).map(String);
  const services = listOf(Service).map(String);
  return (asking) =>
    "role" in asking
      ? accounts.some((named) => concernsRole(named, asking.role, allow))
      : services.includes(asking.service) || accounts.includes("*");
};

/** Compiles one statement; an identity policy has no Principal and concerns whoever it is attached to. */
export const compileStatement = (raw: RawStatement, origin: string): Statement => {
  const actions = compileActions(raw);
  const resources = compileResources(raw);
  const allow = raw.Effect === "Allow";
  return {
    allow,
    origin: typeof raw.Sid === "string" ? `${origin} (${raw.Sid})` : origin,
    covers: (action, resource) => actions(action) && resources(resource),
    concerns: compilePrincipal(raw.Principal, allow),
    condition: compileCondition(raw.Condition),
  };
};
