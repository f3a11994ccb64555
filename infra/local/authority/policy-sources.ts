import type { Assembly, Resource } from "../parts.ts";
import { listOf } from "./glob.ts";
import { managedPolicies, managedPolicyName } from "./managed-policies.ts";
import type { RawStatement } from "./statement.ts";

/** A statement, where it is written and to what it is attached: a role or the resource it protects. */
export type Attached = { readonly statement: RawStatement; readonly origin: string; readonly to: string };

const describe = (resource: Resource): string => `${resource.stack}/${resource.logicalId}`;

const statements = (document: { readonly Statement?: unknown } | undefined): readonly RawStatement[] =>
  listOf(document?.Statement) as readonly RawStatement[];

const attach = (
  resource: Resource,
  document: { readonly Statement?: unknown },
  to: string,
): readonly Attached[] =>
  statements(document).map((statement) => ({ statement, origin: describe(resource), to }));

const inlinePolicies = (role: Resource): readonly Attached[] =>
  listOf(role.properties.Policies).flatMap((policy) =>
    attach(role, (policy as { readonly PolicyDocument: object }).PolicyDocument, role.arn),
  );

const managedByAws = (role: Resource): readonly Attached[] =>
  listOf(role.properties.ManagedPolicyArns).flatMap((arn) => {
    const name = managedPolicyName(String(arn));
    const known = name === undefined ? [] : (managedPolicies[name] ?? []);
    return known.map((statement) => ({ statement, origin: `AWS managed policy ${name}`, to: role.arn }));
  });

const isNamed = (role: Resource, named: unknown): boolean =>
  named === role.ref || named === role.properties.RoleName;

const policiesOfTemplate = (assembly: Assembly, role: Resource): readonly Attached[] =>
  [...assembly.ofType("AWS::IAM::Policy"), ...assembly.ofType("AWS::IAM::ManagedPolicy")]
    .filter(
      (policy) =>
        listOf(policy.properties.Roles).some((named) => isNamed(role, named)) ||
        listOf(role.properties.ManagedPolicyArns).some((arn) => arn === policy.arn || arn === policy.ref),
    )
    .flatMap((policy) => attach(policy, policy.properties.PolicyDocument, role.arn));

/** Everything that says what the template's roles may do. */
export const identityStatements = (assembly: Assembly): readonly Attached[] =>
  assembly
    .ofType("AWS::IAM::Role")
    .flatMap((role) => [
      ...inlinePolicies(role),
      ...managedByAws(role),
      ...policiesOfTemplate(assembly, role),
    ]);

const named = (assembly: Assembly, type: string, name: unknown): string => {
  const found = assembly
    .ofType(type)
    .find(({ ref, arn, properties }) => name === ref || name === arn || name === properties.FunctionName);
  return found?.arn ?? String(name);
};

const policyOf = (
  assembly: Assembly,
  policyType: string,
  targets: string,
  targetType: string,
): readonly Attached[] =>
  assembly
    .ofType(policyType)
    .flatMap((policy) =>
      listOf(policy.properties[targets]).flatMap((target) =>
        attach(policy, policy.properties.PolicyDocument, named(assembly, targetType, target)),
      ),
    );

/** A Lambda permission is one allowing statement of the function's resource policy. */
const functionPermission = (assembly: Assembly, permission: Resource): Attached => {
  const { FunctionName, Action, Principal, SourceArn, SourceAccount } = permission.properties;
  const to = named(assembly, "AWS::Lambda::Function", FunctionName);
  const isService = /\.amazonaws\.com$/.test(Principal);
  const statement = {
    Effect: "Allow",
    Action,
    Resource: to,
    Principal: isService ? { Service: Principal } : { AWS: Principal },
    Condition: {
      ...(SourceArn === undefined ? {} : { ArnLike: { "aws:SourceArn": SourceArn } }),
      ...(SourceAccount === undefined ? {} : { StringEquals: { "aws:SourceAccount": SourceAccount } }),
    },
  };
  return { statement, origin: describe(permission), to };
};

/** Everything that says who may use the template's queues, topics, buckets and functions. */
export const resourceStatements = (assembly: Assembly): readonly Attached[] => [
  ...policyOf(assembly, "AWS::SQS::QueuePolicy", "Queues", "AWS::SQS::Queue"),
  ...policyOf(assembly, "AWS::SNS::TopicPolicy", "Topics", "AWS::SNS::Topic"),
  ...policyOf(assembly, "AWS::S3::BucketPolicy", "Bucket", "AWS::S3::Bucket"),
  ...assembly.ofType("AWS::Lambda::Permission").map((permission) => functionPermission(assembly, permission)),
];

/** Who may act as a role. */
export const trustStatements = (role: Resource | undefined): readonly RawStatement[] =>
  statements(role?.properties.AssumeRolePolicyDocument);
