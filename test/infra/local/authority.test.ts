import { createAuthority, mayAssume } from "../../../infra/local/authority.ts";
import { arnOf, assemblyOf, roleArn, roleWith } from "./support/assembly.ts";

const table = arnOf("dynamodb", "table/things");
const queue = arnOf("sqs", "things");
const rule = arnOf("events", "rule/bus/things");
const handler = arnOf("lambda", "function:things");
const allow = (Action: unknown, Resource: unknown, more: object = {}) => ({
  Effect: "Allow",
  Action,
  Resource,
  ...more,
});
const deny = (Action: unknown, Resource: unknown, more: object = {}) => ({
  Effect: "Deny",
  Action,
  Resource,
  ...more,
});

const roleMay = (statements: readonly object[], action: string, resource: string, context = {}) =>
  createAuthority(assemblyOf(roleWith("worker", ...statements))).roleMay(
    roleArn("worker"),
    action,
    resource,
    context,
  ).allowed;

describe("a role", () => {
  it("may do nothing that no statement allows, and the reason says what was asked", () => {
    const authority = createAuthority(assemblyOf(roleWith("worker", allow("dynamodb:GetItem", table))));
    expect(authority.roleMay(roleArn("worker"), "dynamodb:PutItem", table)).toEqual({
      allowed: false,
      reason: `${roleArn("worker")} may not dynamodb:PutItem on ${table}: no policy allows it`,
    });
    expect(authority.roleMay(roleArn("stranger"), "dynamodb:GetItem", table).allowed).toBe(false);
  });

  it.each([
    ["an action in any letter case", allow("DynamoDB:getitem", table), true],
    ["an action by wildcard", allow("dynamodb:Get*", table), true],
    ["an action by single-character wildcard", allow("dynamodb:Get?tem", table), true],
    ["another action", allow("dynamodb:Put*", table), false],
    ["every action but one", { Effect: "Allow", NotAction: "dynamodb:PutItem", Resource: table }, true],
    ["every action but this one", { Effect: "Allow", NotAction: "dynamodb:GetItem", Resource: table }, false],
    ["a resource by wildcard", allow("dynamodb:*", arnOf("dynamodb", "table/th*")), true],
    ["its index only", allow("dynamodb:*", `${table}/index/*`), false],
    ["every resource but another", { Effect: "Allow", Action: "*", NotResource: `${table}2` }, true],
    ["every resource but this one", { Effect: "Allow", Action: "*", NotResource: table }, false],
    ["a wildcard that would have to cross a colon", allow("*", "arn:aws:dynamodb:*:things"), false],
    ["a list of actions and resources", allow(["sqs:*", "dynamodb:GetItem"], [queue, table]), true],
  ])("that is allowed %s is judged so", (_, statement, expected) => {
    expect(roleMay([statement], "dynamodb:GetItem", table)).toBe(expected);
  });

  it("is held by an explicit denial whatever else allows", () => {
    expect(roleMay([allow("*", "*"), deny("dynamodb:Delete*", table)], "dynamodb:DeleteItem", table)).toBe(
      false,
    );
    expect(roleMay([allow("*", "*"), deny("dynamodb:Delete*", table)], "dynamodb:GetItem", table)).toBe(true);
  });

  it("is allowed by attached policies and by well-known AWS managed policies", () => {
    const authority = createAuthority(
      assemblyOf(
        {
          type: "AWS::IAM::Role",
          logicalId: "worker",
          ref: "worker",
          arn: roleArn("worker"),
          properties: {
            ManagedPolicyArns: ["arn:aws:iam::aws:policy/service-role/AWSLambdaBasicExecutionRole", "own"],
          },
        },
        {
          type: "AWS::IAM::Policy",
          logicalId: "attached",
          properties: { Roles: ["worker"], PolicyDocument: { Statement: allow("dynamodb:GetItem", table) } },
        },
        {
          type: "AWS::IAM::ManagedPolicy",
          logicalId: "own",
          properties: { PolicyDocument: { Statement: [allow("sqs:SendMessage", queue)] } },
        },
      ),
    );
    const may = (action: string, resource: string) =>
      authority.roleMay(roleArn("worker"), action, resource).allowed;
    expect(may("logs:PutLogEvents", arnOf("logs", "log-group:x"))).toBe(true);
    expect(may("dynamodb:GetItem", table)).toBe(true);
    expect(may("sqs:SendMessage", queue)).toBe(true);
    expect(may("sqs:SendMessage", table)).toBe(false);
  });

  it("is bound by a queue's policy too", () => {
    const sealed = assemblyOf(
      roleWith("worker", allow("sqs:*", queue)),
      { type: "AWS::SQS::Queue", logicalId: "Q", ref: "https://sqs/things", arn: queue, properties: {} },
      {
        type: "AWS::SQS::QueuePolicy",
        logicalId: "P",
        properties: {
          Queues: ["https://sqs/things"],
          PolicyDocument: {
            Statement: [
              deny("sqs:*", queue, {
                Principal: { AWS: "*" },
                Condition: { Bool: { "aws:SecureTransport": "false" } },
              }),
              deny("sqs:PurgeQueue", queue, { Principal: "*" }),
            ],
          },
        },
      },
    );
    const { roleMay: may } = createAuthority(sealed);
    expect(may(roleArn("worker"), "sqs:SendMessage", queue).allowed).toBe(true);
    expect(may(roleArn("worker"), "sqs:PurgeQueue", queue)).toMatchObject({
      reason: expect.stringMatching(/explicitly denied by Test\/P/),
    });
  });
});

describe("a service", () => {
  const permission = (properties: object) => ({
    type: "AWS::Lambda::Permission",
    logicalId: "Permission",
    properties,
  });
  const invoke = (properties: object, service = "events.amazonaws.com", sourceArn = rule) =>
    createAuthority(
      assemblyOf(
        { type: "AWS::Lambda::Function", logicalId: "F", ref: "things", arn: handler, properties: {} },
        permission({ Action: "lambda:InvokeFunction", Principal: "events.amazonaws.com", ...properties }),
      ),
    ).serviceMay({ service, sourceArn }, "lambda:InvokeFunction", handler).allowed;

  it("may invoke a function by a permission naming it by ARN or by name", () => {
    expect(invoke({ FunctionName: handler })).toBe(true);
    expect(invoke({ FunctionName: "things" })).toBe(true);
    expect(invoke({ FunctionName: "others" })).toBe(false);
  });

  it("may invoke only for the source the permission names", () => {
    expect(invoke({ FunctionName: handler, SourceArn: rule })).toBe(true);
    expect(invoke({ FunctionName: handler, SourceArn: `${rule}-2` })).toBe(false);
    expect(invoke({ FunctionName: handler, SourceArn: arnOf("events", "rule/bus/*") })).toBe(true);
    expect(invoke({ FunctionName: handler, SourceAccount: "999999999999" })).toBe(false);
    expect(invoke({ FunctionName: handler }, "sns.amazonaws.com")).toBe(false);
  });

  it("may send to a queue only as its policy says", () => {
    const policy = (Condition: object) =>
      createAuthority(
        assemblyOf(
          { type: "AWS::SQS::Queue", logicalId: "Q", ref: "https://sqs/things", arn: queue, properties: {} },
          {
            type: "AWS::SQS::QueuePolicy",
            logicalId: "P",
            properties: {
              Queues: ["https://sqs/things"],
              PolicyDocument: {
                Statement: [
                  allow("sqs:SendMessage", queue, {
                    Principal: { Service: "events.amazonaws.com" },
                    Condition,
                  }),
                ],
              },
            },
          },
        ),
      ).serviceMay({ service: "events.amazonaws.com", sourceArn: rule }, "sqs:SendMessage", queue);
    expect(policy({ ArnEquals: { "aws:SourceArn": rule } }).allowed).toBe(true);
    expect(policy({ ArnEquals: { "aws:SourceArn": queue } })).toMatchObject({
      reason: expect.stringMatching(/conditions not met: Test\/P/),
    });
  });

  it("may assume only a role that trusts it", () => {
    const trusting = (Service: string) =>
      assemblyOf({
        type: "AWS::IAM::Role",
        logicalId: "worker",
        arn: roleArn("worker"),
        properties: {
          AssumeRolePolicyDocument: {
            Statement: [{ Effect: "Allow", Action: "sts:AssumeRole", Principal: { Service } }],
          },
        },
      });
    expect(
      mayAssume(trusting("lambda.amazonaws.com"), "lambda.amazonaws.com", roleArn("worker")).allowed,
    ).toBe(true);
    expect(mayAssume(trusting("edge.amazonaws.com"), "lambda.amazonaws.com", roleArn("worker")).allowed).toBe(
      false,
    );
  });
});
