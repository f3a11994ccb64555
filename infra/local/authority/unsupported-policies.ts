import type { Assembly } from "../parts.ts";
import { isKnownOperator } from "./condition.ts";
import { isArnPattern, listOf } from "./glob.ts";
import { managedPolicies, managedPolicyName } from "./managed-policies.ts";
import { type Attached, identityStatements, resourceStatements } from "./policy-sources.ts";
import type { RawStatement } from "./statement.ts";

/** Keys the callers of the authority fill in; a condition on any other key could never be judged rightly. */
const knownKeys = new Set(
  [
    "aws:PrincipalAccount",
    "aws:PrincipalArn",
    "aws:PrincipalIsAWSService",
    "aws:PrincipalServiceName",
    "aws:RequestedRegion",
    "aws:ResourceAccount",
    "aws:SecureTransport",
    "aws:SourceAccount",
    "aws:SourceArn",
    "cloudwatch:namespace",
    "dynamodb:Attributes",
    "dynamodb:LeadingKeys",
    "dynamodb:Select",
    "events:detail-type",
    "events:source",
  ].map((key) => key.toLowerCase()),
);

const conditionProblems = ({ Condition }: RawStatement): readonly string[] =>
  Object.entries((Condition ?? {}) as Readonly<Record<string, object>>).flatMap(([operator, keys]) => [
    ...(isKnownOperator(operator) ? [] : [`condition operator ${operator}`]),
    ...Object.keys(keys)
      .filter((key) => !knownKeys.has(key.toLowerCase()))
      .map((key) => `condition key ${key}`),
  ]);

const principalProblems = ({ Principal, NotPrincipal }: RawStatement): readonly string[] => {
  if (NotPrincipal !== undefined) return ["NotPrincipal"];
  if (typeof Principal !== "object" || Principal === null) return [];
  return Object.keys(Principal)
    .filter((kind) => kind !== "AWS" && kind !== "Service")
    .map((kind) => `principal of kind ${kind}`);
};

const resourceProblems = ({ Resource, NotResource }: RawStatement): readonly string[] =>
  [...listOf(Resource), ...listOf(NotResource)]
    .filter((each) => typeof each !== "string" || !isArnPattern(each))
    .map((each) => `resource ${JSON.stringify(each)}, which is no ARN`);

const problems = ({ statement, origin }: Attached): readonly string[] => {
  const effect =
    statement.Effect === "Allow" || statement.Effect === "Deny" ? [] : [`effect ${statement.Effect}`];
  const variables = /\$\{(?![*?$]\})/.test(JSON.stringify(statement)) ? ["policy variables"] : [];
  return [
    ...effect,
    ...variables,
    ...principalProblems(statement),
    ...resourceProblems(statement),
    ...conditionProblems(statement),
  ].map((problem) => `${origin}: the local cloud cannot evaluate ${problem}`);
};

const roleProblems = (assembly: Assembly): readonly string[] =>
  assembly.ofType("AWS::IAM::Role").flatMap((role) => {
    const origin = `${role.stack}/${role.logicalId}`;
    const ofTemplate = new Set(
      assembly.ofType("AWS::IAM::ManagedPolicy").flatMap(({ arn, ref }) => [arn, ref]),
    );
    const unknown = listOf(role.properties.ManagedPolicyArns)
      .map(String)
      .filter((arn) => !ofTemplate.has(arn) && !Object.hasOwn(managedPolicies, managedPolicyName(arn) ?? ""));
    return [
      ...unknown.map((arn) => `${origin}: the local cloud does not know the managed policy ${arn}`),
      ...(role.properties.PermissionsBoundary === undefined
        ? []
        : [`${origin}: the local cloud cannot evaluate a permissions boundary`]),
    ];
  });

const permissionProblems = (assembly: Assembly): readonly string[] =>
  assembly
    .ofType("AWS::Lambda::Permission")
    .flatMap(({ stack, logicalId, properties }) =>
      ["EventSourceToken", "FunctionUrlAuthType", "PrincipalOrgID"]
        .filter((property) => properties[property] !== undefined)
        .map((property) => `${stack}/${logicalId}: the local cloud cannot evaluate ${property}`),
    );

/** What in the template's policies cannot be judged here; the local cloud refuses to start on any of it. */
export const unsupportedPolicies = (assembly: Assembly): readonly string[] => [
  ...new Set([
    ...roleProblems(assembly),
    ...permissionProblems(assembly),
    ...[...identityStatements(assembly), ...resourceStatements(assembly)].flatMap(problems),
  ]),
];
