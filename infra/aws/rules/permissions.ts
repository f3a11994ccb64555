import { fileActions } from "../constructs/file-bucket.ts";
import { searchActions } from "../constructs/handling.ts";
import { signingActions } from "../constructs/signing-key.ts";
import { itemActions } from "../constructs/table-access.ts";
import type { Settings } from "../settings.ts";
import { type Finding, type Rule, unless } from "./rule.ts";
import { at, listOf, type Part, type Templates } from "./templates.ts";

type Grants = ReadonlySet<string>;
const on = (resource: string | undefined, ...actions: readonly string[]): string[] =>
  resource === undefined ? [] : actions.map((action) => `${action} on ${resource}`);

const indexesOf = (templates: Templates, table: string): string[] => {
  const part = templates.parts.find(({ identity }) => identity === table);
  const indexes = part === undefined ? [] : listOf(at(part, "GlobalSecondaryIndexes"));
  return indexes.map((index) => `${table}/index/${(index as { IndexName?: string }).IndexName}`);
};

const tableNeeds = (templates: Templates, table: string | undefined): string[] =>
  table === undefined
    ? []
    : [
        ...on(table, ...itemActions),
        ...indexesOf(templates, table).flatMap((index) => on(index, "dynamodb:Query")),
      ];

const mappingNeeds = (templates: Templates, mapping: Part): string[] => {
  const source = templates.text(mapping, "EventSourceArn");
  const reading = source?.endsWith("#StreamArn")
    ? ["dynamodb:DescribeStream", "dynamodb:GetRecords", "dynamodb:GetShardIterator", "dynamodb:ListStreams"]
    : ["sqs:ReceiveMessage", "sqs:DeleteMessage", "sqs:GetQueueAttributes"];
  return [
    ...on(source, ...reading),
    ...on(templates.text(mapping, "DestinationConfig.OnFailure.Destination"), "sqs:SendMessage"),
  ];
};

/** What a search domain lets callers do is said by path, so every path of it is one resource. */
const searchNeeds = (lambda: Part, { search }: Settings): string[] =>
  search && at(lambda, "Environment.Variables.SEARCH_ENDPOINT")
    ? on(`${search.domainArn}/*`, ...searchActions)
    : [];

/** Signing is for who answers the API: whatever else runs in a service, its key stays unused. */
const signingNeeds = (templates: Templates, lambda: Part): string[] =>
  String(at(lambda, "Handler")).endsWith(".api")
    ? on(templates.text(lambda, "Environment.Variables.SIGNING_KEY"), ...signingActions)
    : [];
/** A service's files are those under its name; a function may do with them what its kind of handler has to. */
const fileNeeds = (templates: Templates, lambda: Part): string[] => {
  const bucket = templates.text(lambda, "Environment.Variables.FILES_BUCKET");
  const service = templates.text(lambda, "Environment.Variables.SERVICE");
  const handler = String(at(lambda, "Handler")).split(".").at(-1) ?? "";
  return bucket === undefined ? [] : on(`${bucket}/${service}/*`, ...fileActions(handler));
};

/** What a function is wired to is what it has to be allowed: not less (it would fail), not more. */
const functionNeeds = (templates: Templates, lambda: Part, settings: Settings): string[] => [
  ...searchNeeds(lambda, settings),
  ...signingNeeds(templates, lambda),
  ...fileNeeds(templates, lambda),
  ...on(templates.text(lambda, "LoggingConfig.LogGroup"), "logs:CreateLogStream", "logs:PutLogEvents"),
  ...on("*", "xray:PutTraceSegments", "xray:PutTelemetryRecords"),
  ...tableNeeds(templates, templates.text(lambda, "Environment.Variables.TABLE_NAME")),
  ...on(templates.text(lambda, "Environment.Variables.BUS_NAME"), "events:PutEvents"),
  ...templates
    .ofType("AWS::Lambda::EventSourceMapping")
    .filter((mapping) => templates.text(mapping, "FunctionName") === lambda.identity)
    .flatMap((mapping) => mappingNeeds(templates, mapping)),
];

const scheduleNeeds = (templates: Templates, schedule: Part): string[] => [
  ...on(templates.text(schedule, "Target.Arn"), "lambda:InvokeFunction"),
  ...on(templates.text(schedule, "Target.DeadLetterConfig.Arn"), "sqs:SendMessage"),
];

type Statement = { readonly Effect?: string; readonly Action?: unknown; readonly Resource?: unknown };

const statementsOf = (role: Part): readonly Statement[] => {
  const policies = listOf(at(role, "Policies")) as { PolicyDocument?: { Statement?: unknown } }[];
  return policies.flatMap((policy) => listOf(policy.PolicyDocument?.Statement)) as Statement[];
};

/** `NotAction` and the like say what is not meant; nobody can read from them what is. */
const isPlain = (statement: Statement): boolean =>
  statement.Effect === "Allow" && Object.keys(statement).sort().join() === "Action,Effect,Resource";

const granted = (templates: Templates, role: Part): Grants =>
  new Set(
    statementsOf(role).flatMap(({ Action, Resource }) =>
      listOf(Action).flatMap((action) =>
        listOf(Resource).flatMap((resource) => on(templates.resolve(role.stack, resource), String(action))),
      ),
    ),
  );

const differences = (role: Part, needed: Grants, given: Grants): Finding[] => [
  ...[...needed]
    .filter((each) => !given.has(each))
    .map((each) => ({ rule: "Role", part: role, message: `lacks ${each}` })),
  ...[...given]
    .filter((each) => !needed.has(each))
    .map((each) => ({ rule: "Role", part: role, message: `needs no ${each}` })),
];

const trusted = (role: Part): string =>
  JSON.stringify(at(role, "AssumeRolePolicyDocument.Statement.0.Principal"));

/** A role lets its function (or schedules) do what they are wired to do, and nothing else. */
const roles: Rule = ({ templates, settings }) =>
  templates.ofType("AWS::IAM::Role").flatMap((role) => {
    const users = (type: string, property: string) =>
      templates.ofType(type).filter((part) => templates.text(part, property) === role.identity);
    const lambdas = users("AWS::Lambda::Function", "Role");
    const schedules = users("AWS::Scheduler::Schedule", "Target.RoleArn");
    const service = lambdas.length > 0 ? "lambda" : "scheduler";
    const needed = new Set([
      ...lambdas.flatMap((lambda) => functionNeeds(templates, lambda, settings)),
      ...schedules.flatMap((schedule) => scheduleNeeds(templates, schedule)),
    ]);
    return [
      ...unless(lambdas.length + schedules.length > 0, "Role", role, "is used by nobody"),
      ...unless(
        trusted(role) === `{"Service":"${service}.amazonaws.com"}`,
        "Role",
        role,
        `can be taken by ${trusted(role)}`,
      ),
      ...unless(
        listOf(at(role, "ManagedPolicyArns")).length === 0,
        "Role",
        role,
        "has policies from elsewhere",
      ),
      ...unless(
        statementsOf(role).every(isPlain),
        "Role",
        role,
        "has a statement that is not plainly what it allows",
      ),
      ...differences(role, needed, granted(templates, role)),
    ];
  });

/** Policies beside a role's own would hide what it may do. */
const elsewhere: Rule = ({ templates }) =>
  templates
    .ofType("AWS::IAM::Policy", "AWS::IAM::ManagedPolicy", "AWS::IAM::User")
    .map((part) => ({ rule: "Role", part, message: "permissions belong into the role they are for" }));

export const permissions: readonly Rule[] = [roles, elsewhere];
