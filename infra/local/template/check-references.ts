import { validatePattern } from "../event-pattern.ts";
import { functionOf } from "../functions-of.ts";
import type { Assembly, Resource } from "../parts.ts";
import { nameOf } from "../template-check.ts";

type Check = (assembly: Assembly, resource: Resource) => readonly string[];

const refsOf = (assembly: Assembly, type: string): ReadonlySet<string> =>
  new Set(assembly.ofType(type).map(({ ref }) => ref));

/** Names that must be those of resources of a type. */
const mustBe =
  (type: string, property: string): Check =>
  (assembly, resource) => {
    const known = refsOf(assembly, type);
    const given: readonly unknown[] = [resource.properties[property] ?? []].flat();
    return given
      .filter((name) => !known.has(String(name)))
      .map((name) => `${nameOf(resource)}: ${property} ${name} is not in the template`);
  };

const permission: Check = (assembly, resource) =>
  functionOf(assembly, resource.properties.FunctionName) === undefined
    ? [`${nameOf(resource)}: its function ${resource.properties.FunctionName} is not in the template`]
    : [];

/** Conditions of the trust policy are not judged here: whose name the scheduler acts in is AWS's business. */
const schedule: Check = (assembly, resource) => {
  const { RoleArn } = resource.properties.Target ?? {};
  const role = assembly.byArn(RoleArn);
  const isTrusted = JSON.stringify(role?.properties.AssumeRolePolicyDocument ?? "").includes(
    '"scheduler.amazonaws.com"',
  );
  return [
    ...mustBe("AWS::Scheduler::ScheduleGroup", "GroupName")(assembly, resource),
    ...(role === undefined || isTrusted
      ? []
      : [`${nameOf(resource)}: scheduler.amazonaws.com may not assume ${RoleArn}`]),
  ];
};

/** An alarm on something that does not exist never rings: the dimension's name is checked against the template. */
const watched: Readonly<Record<string, (assembly: Assembly, value: string) => boolean>> = {
  FunctionName: (assembly, value) => refsOf(assembly, "AWS::Lambda::Function").has(value),
  QueueName: (assembly, value) =>
    assembly.ofType("AWS::SQS::Queue").some(({ arn }) => arn.split(":").at(-1) === value),
  TableName: (assembly, value) =>
    [...refsOf(assembly, "AWS::DynamoDB::Table"), ...refsOf(assembly, "AWS::DynamoDB::GlobalTable")].includes(
      value,
    ),
  ApiId: (assembly, value) => refsOf(assembly, "AWS::ApiGatewayV2::Api").has(value),
};

type Dimension = { readonly Name: string; readonly Value: string };
type Metric = { readonly MetricStat?: { readonly Metric?: { readonly Dimensions?: readonly Dimension[] } } };

const alarm: Check = (assembly, resource) => {
  const {
    Dimensions = [],
    Metrics = [],
    AlarmActions = [],
    OKActions = [],
    InsufficientDataActions = [],
  } = resource.properties;
  const ofMetrics = (Metrics as readonly Metric[]).flatMap(
    ({ MetricStat }) => MetricStat?.Metric?.Dimensions ?? [],
  );
  const dimensions: readonly Dimension[] = [...Dimensions, ...ofMetrics];
  const actions: readonly string[] = [...AlarmActions, ...OKActions, ...InsufficientDataActions];
  return [
    ...dimensions
      .filter(({ Name, Value }) => watched[Name]?.(assembly, Value) === false)
      .map(
        ({ Name, Value }) => `${nameOf(resource)}: watches ${Name} ${Value}, which is not in the template`,
      ),
    ...actions
      .filter((arn) => assembly.byArn(arn) === undefined)
      .map((arn) => `${nameOf(resource)}: its action ${arn} is not in the template`),
  ];
};

const archive: Check = (assembly, resource) => {
  const { SourceArn, EventPattern } = resource.properties;
  const reason = EventPattern === undefined ? undefined : validatePattern(EventPattern);
  return [
    ...(assembly.byArn(SourceArn)?.type === "AWS::Events::EventBus"
      ? []
      : [`${nameOf(resource)}: its bus ${SourceArn} is not in the template`]),
    ...(reason === undefined ? [] : [`${nameOf(resource)}: event pattern: ${reason}`]),
  ];
};

/** People read mail; anything that a program would have to receive is not delivered here. */
const subscription: Check = (assembly, resource) => {
  const { TopicArn, Protocol } = resource.properties;
  return [
    ...(assembly.byArn(TopicArn)?.type === "AWS::SNS::Topic"
      ? []
      : [`${nameOf(resource)}: its topic ${TopicArn} is not in the template`]),
    ...(/^(email|email-json|sms|https?)$/.test(Protocol)
      ? []
      : [`${nameOf(resource)}: subscriptions by ${Protocol} are not supported locally`]),
  ];
};

const checks: Readonly<Record<string, Check>> = {
  "AWS::IAM::Policy": mustBe("AWS::IAM::Role", "Roles"),
  "AWS::IAM::ManagedPolicy": mustBe("AWS::IAM::Role", "Roles"),
  "AWS::SQS::QueuePolicy": mustBe("AWS::SQS::Queue", "Queues"),
  "AWS::SNS::TopicPolicy": mustBe("AWS::SNS::Topic", "Topics"),
  "AWS::SNS::Subscription": subscription,
  "AWS::Scheduler::Schedule": schedule,
  "AWS::Cognito::UserPoolClient": mustBe("AWS::Cognito::UserPool", "UserPoolId"),
  "AWS::Cognito::UserPoolDomain": mustBe("AWS::Cognito::UserPool", "UserPoolId"),
  "AWS::Cognito::UserPoolGroup": mustBe("AWS::Cognito::UserPool", "UserPoolId"),
  "AWS::Cognito::UserPoolResourceServer": mustBe("AWS::Cognito::UserPool", "UserPoolId"),
  "AWS::Lambda::Permission": permission,
  "AWS::CloudWatch::Alarm": alarm,
  "AWS::Events::Archive": archive,
};

/** Resources that name what is not there. */
export const danglingReferences = (assembly: Assembly): readonly string[] =>
  assembly.resources.flatMap((resource) => checks[resource.type]?.(assembly, resource) ?? []);
