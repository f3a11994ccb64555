import { generatedId, generatedName, uuid } from "./generated-names.ts";

/** Where the local cloud pretends to be. */
export type Place = { readonly account: string; readonly region: string };

/** What is known of a resource while its names are worked out. */
export type Subject = Place & {
  readonly stack: string;
  readonly logicalId: string;
  // biome-ignore lint/suspicious/noExplicitAny: CloudFormation properties have no static type here
  readonly properties: any;
};

/** The names one resource answers to: `Ref`, its ARN and `Fn::GetAtt`. */
export type Identity = {
  readonly ref: string;
  readonly arn: string;
  readonly attributes: Readonly<Record<string, string>>;
};

const arn = (service: string, subject: Subject, rest: string): string =>
  `arn:aws:${service}:${subject.region}:${subject.account}:${rest}`;

const table = (subject: Subject): Identity => {
  const name = subject.properties.TableName ?? generatedName(subject, 255);
  const tableArn = arn("dynamodb", subject, `table/${name}`);
  return {
    ref: name,
    arn: tableArn,
    attributes: {
      Arn: tableArn,
      StreamArn: `${tableArn}/stream/2026-01-01T00:00:00.000`,
      TableId: generatedId(subject, 32),
    },
  };
};

const named =
  (property: string, service: string, resource: (name: string, subject: Subject) => string, limit?: number) =>
  (subject: Subject): Identity => {
    const name = subject.properties[property] ?? generatedName(subject, limit);
    const nameArn = arn(service, subject, resource(name, subject));
    return { ref: name, arn: nameArn, attributes: { Arn: nameArn } };
  };

const global =
  (property: string, kind: string, refIsArn: boolean, attribute: string) =>
  (subject: Subject): Identity => {
    const name = subject.properties[property] ?? generatedName(subject);
    const nameArn = `arn:aws:iam::${subject.account}:${kind}${subject.properties.Path ?? "/"}${name}`;
    return { ref: refIsArn ? nameArn : name, arn: nameArn, attributes: { [attribute]: nameArn } };
  };

const queue = (subject: Subject): Identity => {
  const name = subject.properties.QueueName ?? generatedName(subject, 80);
  const url = `https://sqs.${subject.region}.amazonaws.com/${subject.account}/${name}`;
  const queueArn = arn("sqs", subject, name);
  return { ref: url, arn: queueArn, attributes: { Arn: queueArn, QueueName: name, QueueUrl: url } };
};

const rule = (subject: Subject): Identity => {
  const { EventBusName: bus, Name } = subject.properties;
  const name = Name ?? generatedName(subject);
  const busName = (bus ?? "default").split("/").at(-1);
  const prefix = busName === "default" ? "" : `${busName}/`;
  const ruleArn = arn("events", subject, `rule/${prefix}${name}`);
  return { ref: prefix === "" ? name : `${busName}|${name}`, arn: ruleArn, attributes: { Arn: ruleArn } };
};

const api = (subject: Subject): Identity => {
  const id = generatedId(subject, 10);
  return {
    ref: id,
    arn: `arn:aws:apigateway:${subject.region}::/apis/${id}`,
    attributes: { ApiId: id, ApiEndpoint: `https://${id}.execute-api.${subject.region}.amazonaws.com` },
  };
};

const apiPart =
  (kind: string, attribute: string) =>
  (subject: Subject): Identity => {
    const id = subject.properties.StageName ?? generatedId(subject, 7);
    return {
      ref: id,
      arn: `arn:aws:apigateway:${subject.region}::/apis/${subject.properties.ApiId}/${kind}/${id}`,
      attributes: { [attribute]: id },
    };
  };

const userPool = (subject: Subject): Identity => {
  const id = `${subject.region}_${generatedId(subject, 9)}`;
  const provider = `cognito-idp.${subject.region}.amazonaws.com/${id}`;
  const poolArn = arn("cognito-idp", subject, `userpool/${id}`);
  return {
    ref: id,
    arn: poolArn,
    attributes: { Arn: poolArn, UserPoolId: id, ProviderName: provider, ProviderURL: `https://${provider}` },
  };
};

const poolPart =
  (property: string, length: number, attributes: readonly string[]) =>
  (subject: Subject): Identity => {
    const ref = subject.properties[property] ?? generatedId(subject, length);
    const owner = subject.properties.UserPoolId;
    return {
      ref,
      arn: arn("cognito-idp", subject, `userpool/${owner}/${ref}`),
      attributes: Object.fromEntries(attributes.map((name) => [name, ref])),
    };
  };

const topic = (subject: Subject): Identity => {
  const name = subject.properties.TopicName ?? generatedName(subject, 256);
  const topicArn = arn("sns", subject, name);
  return { ref: topicArn, arn: topicArn, attributes: { TopicArn: topicArn, TopicName: name } };
};

const key = (subject: Subject): Identity => {
  const id = uuid(subject);
  const keyArn = arn("kms", subject, `key/${id}`);
  return { ref: id, arn: keyArn, attributes: { Arn: keyArn, KeyId: id } };
};

const mapping = (subject: Subject): Identity => {
  const id = uuid(subject);
  const mappingArn = arn("lambda", subject, `event-source-mapping:${id}`);
  return { ref: id, arn: mappingArn, attributes: { Id: id, EventSourceMappingArn: mappingArn } };
};

const bucket = (subject: Subject): Identity => {
  const name = (subject.properties.BucketName ?? generatedName(subject, 63)).toLowerCase();
  const bucketArn = `arn:aws:s3:::${name}`;
  const domain = `${name}.s3.${subject.region}.amazonaws.com`;
  return { ref: name, arn: bucketArn, attributes: { Arn: bucketArn, RegionalDomainName: domain } };
};

const distribution = (subject: Subject): Identity => {
  const id = `E${generatedId(subject, 13).toUpperCase()}`;
  const domain = `d${generatedId(subject, 13)}.cloudfront.net`;
  const itsArn = `arn:aws:cloudfront::${subject.account}:distribution/${id}`;
  return { ref: id, arn: itsArn, attributes: { Id: id, DomainName: domain } };
};

const edgeFunction = (subject: Subject): Identity => {
  const name = subject.properties.Name ?? generatedName(subject);
  const itsArn = `arn:aws:cloudfront::${subject.account}:function/${name}`;
  return { ref: itsArn, arn: itsArn, attributes: { FunctionARN: itsArn } };
};

const unnamed = (subject: Subject): Identity => {
  const ref = generatedName(subject, 255);
  return { ref, arn: arn("cloudformation", subject, `resource/${ref}`), attributes: { Id: ref } };
};

const namings: Readonly<Record<string, (subject: Subject) => Identity>> = {
  "AWS::DynamoDB::Table": table,
  "AWS::DynamoDB::GlobalTable": table,
  "AWS::Lambda::Function": named("FunctionName", "lambda", (name) => `function:${name}`),
  "AWS::Lambda::EventSourceMapping": mapping,
  "AWS::IAM::Role": global("RoleName", "role", false, "Arn"),
  "AWS::IAM::ManagedPolicy": global("ManagedPolicyName", "policy", true, "PolicyArn"),
  "AWS::SQS::Queue": queue,
  "AWS::Events::EventBus": named("Name", "events", (name) => `event-bus/${name}`),
  "AWS::Events::Rule": rule,
  "AWS::Events::Archive": named("ArchiveName", "events", (name) => `archive/${name}`, 48),
  "AWS::Scheduler::Schedule": named(
    "Name",
    "scheduler",
    (name, { properties }) => `schedule/${properties.GroupName ?? "default"}/${name}`,
  ),
  "AWS::Scheduler::ScheduleGroup": named("Name", "scheduler", (name) => `schedule-group/${name}`),
  "AWS::ApiGatewayV2::Api": api,
  "AWS::ApiGatewayV2::Stage": apiPart("stages", "StageName"),
  "AWS::ApiGatewayV2::Route": apiPart("routes", "RouteId"),
  "AWS::ApiGatewayV2::Integration": apiPart("integrations", "IntegrationId"),
  "AWS::ApiGatewayV2::Authorizer": apiPart("authorizers", "AuthorizerId"),
  "AWS::Cognito::UserPool": userPool,
  "AWS::Cognito::UserPoolClient": poolPart("-", 26, ["ClientId"]),
  "AWS::Cognito::UserPoolDomain": poolPart("Domain", 12, []),
  "AWS::Cognito::UserPoolGroup": poolPart("GroupName", 12, []),
  "AWS::Cognito::UserPoolResourceServer": poolPart("Identifier", 12, []),
  "AWS::KMS::Key": key,
  "AWS::S3::Bucket": bucket,
  "AWS::CloudFront::Distribution": distribution,
  "AWS::CloudFront::Function": edgeFunction,
  "AWS::SNS::Topic": topic,
  "AWS::CloudWatch::Alarm": named("AlarmName", "cloudwatch", (name) => `alarm:${name}`, 255),
  "AWS::Logs::LogGroup": named("LogGroupName", "logs", (name) => `log-group:${name}:*`, 255),
};

/** The names of a resource: what `Ref` and `Fn::GetAtt` answer, and its ARN. */
export const identityOf = (type: string, subject: Subject): Identity => (namings[type] ?? unnamed)(subject);
