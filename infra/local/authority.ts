import type { RequestContext } from "./authority/condition.ts";
import {
  type Attached,
  identityStatements,
  resourceStatements,
  trustStatements,
} from "./authority/policy-sources.ts";
import { compileStatement, type Principal, type Statement } from "./authority/statement.ts";
import type { Assembly, Authority, Decision } from "./parts.ts";

export { unsupportedPolicies } from "./authority/unsupported-policies.ts";

const allowed: Decision = { allowed: true };

/** Every distinct question is remembered; more than this many means resources that are not the template's. */
const maximumRemembered = 10_000;

const compileAll = (attached: readonly Attached[]): ReadonlyMap<string, readonly Statement[]> => {
  const byTarget = new Map<string, Statement[]>();
  for (const { statement, origin, to } of attached) {
    const list = byTarget.get(to) ?? [];
    byTarget.set(to, [...list, compileStatement(statement, origin)]);
  }
  return byTarget;
};

const accountOf = (arn: string): string => arn.split(":")[4] ?? "";

/** What AWS itself adds to a request; everything travels encrypted there, so it counts as such here. */
const commonContext = (resource: string): readonly (readonly [string, readonly string[]])[] => [
  ["aws:securetransport", ["true"]],
  ["aws:requestedregion", [resource.split(":")[3] ?? ""]],
  ["aws:resourceaccount", [accountOf(resource)]],
];

const roleContext = (
  role: string,
  resource: string,
  given: Readonly<Record<string, string | readonly string[]>>,
) =>
  new Map<string, readonly string[]>([
    ...commonContext(resource),
    ["aws:principalarn", [role]],
    ["aws:principalaccount", [accountOf(role)]],
    ["aws:principalisawsservice", ["false"]],
    ...Object.entries(given).map(
      ([key, value]) => [key.toLowerCase(), typeof value === "string" ? [value] : value] as const,
    ),
  ]);

const serviceContext = (service: string, sourceArn: string, resource: string) =>
  new Map<string, readonly string[]>([
    ...commonContext(resource),
    ["aws:principalisawsservice", ["true"]],
    ["aws:principalservicename", [service]],
    ["aws:sourcearn", [sourceArn]],
    ["aws:sourceaccount", [accountOf(sourceArn)]],
  ]);

/** An explicit denial wins, then any allowance; silence denies. */
const decide = (
  statements: readonly Statement[],
  context: () => RequestContext,
  question: string,
): Decision => {
  const conditional = statements.some(({ condition }) => condition !== undefined);
  const request = conditional ? context() : new Map<string, readonly string[]>();
  const holding = statements.filter(({ condition }) => condition === undefined || condition(request));
  const denial = holding.find(({ allow }) => !allow);
  if (denial !== undefined)
    return { allowed: false, reason: `${question}: explicitly denied by ${denial.origin}` };
  if (holding.length > 0) return allowed;
  const failed = statements.filter(({ allow }) => allow).map(({ origin }) => origin);
  const hint = failed.length === 0 ? "" : ` (conditions not met: ${failed.join(", ")})`;
  return { allowed: false, reason: `${question}: no policy allows it${hint}` };
};

/** What a resource is protected as: an object as its bucket. */
const protectedAs = (resource: string): string =>
  resource.startsWith("arn:aws:s3:::") ? (resource.split("/", 1)[0] ?? resource) : resource;

type Question = { readonly statements: readonly Statement[]; readonly decision: Decision | undefined };

/**
 * Evaluates the template's IAM policies: identity policies of its roles, resource policies of its queues,
 * topics and functions. Which statements bear on a question is worked out once; only conditions are looked
 * at again, so a role's call on its table costs one map look-up.
 */
export const createAuthority = (assembly: Assembly): Authority => {
  const identity = compileAll(identityStatements(assembly));
  const protection = compileAll(resourceStatements(assembly));
  const roles = new Set(assembly.ofType("AWS::IAM::Role").map(({ arn }) => arn));
  const remembered = new Map<string, Question>();

  const ask = (
    who: string,
    principal: Principal,
    action: string,
    resource: string,
    context: () => RequestContext,
  ): Decision => {
    const key = `${who}\n${action}\n${resource}`;
    let question = remembered.get(key);
    const text = `${who} may not ${action} on ${resource}`;
    if (question === undefined) {
      const attached = [
        ...("role" in principal ? (identity.get(principal.role) ?? []) : []),
        ...(protection.get(protectedAs(resource)) ?? []).filter(({ concerns }) => concerns(principal)),
      ];
      const statements = attached.filter(({ covers }) => covers(action, resource));
      const fixed = statements.every(({ condition }) => condition === undefined);
      question = { statements, decision: fixed ? decide(statements, context, text) : undefined };
      if (remembered.size >= maximumRemembered) remembered.clear();
      remembered.set(key, question);
    }
    return question.decision ?? decide(question.statements, context, text);
  };

  return {
    roleMay: (role, action, resource, context = {}) =>
      roles.has(role)
        ? ask(role, { role }, action, resource, () => roleContext(role, resource, context))
        : { allowed: false, reason: `${role} is no role of the template` },
    serviceMay: ({ service, sourceArn }, action, resource) =>
      ask(`${service} for ${sourceArn}`, { service }, action, resource, () =>
        serviceContext(service, sourceArn, resource),
      ),
  };
};

/** Whether a role's trust policy lets an AWS service (such as `lambda.amazonaws.com`) act as this role. */
export const mayAssume = (assembly: Assembly, service: string, roleArn: string): Decision => {
  const role = assembly.ofType("AWS::IAM::Role").find(({ arn }) => arn === roleArn);
  const statements = trustStatements(role)
    .map((statement) => compileStatement({ ...statement, Resource: "*" }, roleArn))
    .filter(({ concerns, covers }) => concerns({ service }) && covers("sts:AssumeRole", roleArn));
  return decide(
    statements,
    () => serviceContext(service, roleArn, roleArn),
    `${service} may not assume ${roleArn}`,
  );
};
