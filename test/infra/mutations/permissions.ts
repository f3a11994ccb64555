import { added, edited, lacking, type Mutation, property, refTo, statements, without } from "./mutation.ts";

/** Roles and doors that let in too few or too many. */
export const permissionMutations: readonly Mutation[] = [
  {
    title: "a publisher that may not put events on the bus",
    change: lacking("Pencil/PublisherRole", "events:PutEvents"),
    caughtBy: "house rules",
  },
  {
    title: "a publisher that may not read the stream",
    change: lacking("Pencil/PublisherRole", "dynamodb:GetRecords"),
    caughtBy: "local cloud",
  },
  {
    title: "a publisher that may not report what it gave up on",
    change: lacking("Pencil/PublisherRole", "sqs:SendMessage"),
    caughtBy: "local cloud",
  },
  {
    title: "a consumer that may not receive",
    change: lacking("Pencil/ConsumerRole", "sqs:ReceiveMessage"),
    caughtBy: "local cloud",
  },
  {
    title: "a consumer that may not delete what it has handled",
    change: lacking("Pencil/ConsumerRole", "sqs:DeleteMessage"),
    caughtBy: "local cloud",
  },
  {
    title: "an api that may read but not write",
    change: lacking("Pencil/ApiRole", "dynamodb:PutItem"),
    caughtBy: "house rules",
  },
  {
    title: "an api that may not check a condition in a transaction",
    change: lacking("Pencil/ApiRole", "dynamodb:ConditionCheckItem"),
    caughtBy: "house rules",
  },
  {
    title: "a timer that may not query an index",
    change: statements("Pencil/TimerRole", (all) => all.filter(({ Action }) => Action !== "dynamodb:Query")),
    caughtBy: "house rules",
  },
  {
    title: "a function that may not write its log",
    change: lacking("Pencil/ApiRole", "logs:PutLogEvents"),
    caughtBy: "house rules",
  },
  {
    title: "every action of DynamoDB",
    change: statements("Pencil/ApiRole", (all) =>
      all.map((each) =>
        Array.isArray(each.Action) && each.Action.length > 4 ? { ...each, Action: "dynamodb:*" } : each,
      ),
    ),
    caughtBy: "nag",
  },
  {
    title: "item actions on every table of the account",
    change: statements("Pencil/ApiRole", (all) =>
      all.map((each) =>
        Array.isArray(each.Action) && each.Action.length > 4 ? { ...each, Resource: "*" } : each,
      ),
    ),
    caughtBy: "house rules",
  },
  {
    title: "an action that does not exist",
    change: statements("Pencil/ApiRole", (all) =>
      all.map((each) =>
        each.Action === "dynamodb:Query" ? { ...each, Action: "dynamodb:QueryItems" } : each,
      ),
    ),
    caughtBy: "house rules",
  },
  {
    title: "an action more than is needed",
    change: statements("Pencil/ConsumerRole", (all) => [
      ...all,
      { Effect: "Allow", Action: "dynamodb:DeleteTable", Resource: all[2].Resource },
    ]),
    caughtBy: "house rules",
  },
  {
    title: "everything but one action",
    change: statements("Pencil/ConsumerRole", (all) => [
      ...all,
      { Effect: "Allow", NotAction: "iam:CreateUser", Resource: all[2].Resource },
    ]),
    caughtBy: "house rules",
  },
  {
    title: "an AWS-managed policy",
    change: property("Pencil/ApiRole", "ManagedPolicyArns", ["arn:aws:iam::aws:policy/AdministratorAccess"]),
    caughtBy: "nag",
  },
  {
    title: "permissions in a policy beside the role",
    change: refTo(
      "Pencil/ApiRole",
      (Ref) => ({ Ref }),
      (role) =>
        added("Pencil", "Extra", {
          Type: "AWS::IAM::Policy",
          Properties: {
            PolicyName: "extra",
            Roles: [role],
            PolicyDocument: {
              Version: "2012-10-17",
              Statement: [
                {
                  Effect: "Allow",
                  Action: "dynamodb:DeleteTable",
                  Resource: { "Fn::Sub": "arn:aws:dynamodb:::table/x" },
                },
              ],
            },
          },
        }),
    ),
    caughtBy: "house rules",
  },
  {
    title: "a role that any account may take",
    change: property("Pencil/ApiRole", "AssumeRolePolicyDocument.Statement.0.Principal", { AWS: "*" }),
    caughtBy: "house rules",
  },
  {
    title: "a role that Lambda may not take",
    change: property("Pencil/ApiRole", "AssumeRolePolicyDocument.Statement.0.Principal", {
      Service: "ec2.amazonaws.com",
    }),
    caughtBy: "house rules",
  },
  {
    title: "schedules that may not call their function",
    change: lacking("Pencil/SchedulerRole", "lambda:InvokeFunction"),
    caughtBy: "local cloud",
  },
  {
    title: "schedules that may not leave word of a missed run",
    change: lacking("Pencil/SchedulerRole", "sqs:SendMessage"),
    caughtBy: "local cloud",
  },
  {
    title: "an API that may not call the function behind a route",
    change: (templates) => {
      const resources = templates.Ink?.Resources ?? {};
      for (const [id, { Type }] of Object.entries(resources)) {
        if (Type === "AWS::Lambda::Permission") delete resources[id];
      }
    },
    caughtBy: "house rules",
  },
  {
    title: "a function that everybody may call",
    change: refTo(
      "Pencil/ApiFunction",
      (Ref) => ({ Ref }),
      (FunctionName) =>
        added("Pencil", "Open", {
          Type: "AWS::Lambda::Permission",
          Properties: { Action: "lambda:InvokeFunction", FunctionName, Principal: "*" },
        }),
    ),
    caughtBy: "house rules",
  },
  {
    title: "a queue that its rule may not write to",
    change: edited("Pencil/EventsPolicy", "PolicyDocument.Statement", (all) => all.slice(0, 1)),
    caughtBy: "local cloud",
  },
  {
    title: "a dead-letter queue that a rule may not write to",
    change: edited("Pencil/DeadLettersPolicy", "PolicyDocument.Statement", (all) => all.slice(0, 1)),
    caughtBy: "local cloud",
  },
  {
    title: "a queue that anybody may write to",
    change: edited("Pencil/EventsPolicy", "PolicyDocument.Statement", (all) =>
      all.map((each: object, index: number) =>
        index === 1 ? { ...each, Principal: "*", Condition: undefined } : each,
      ),
    ),
    caughtBy: "house rules",
  },
  {
    title: "a queue that any rule of any account may write to",
    change: edited("Pencil/EventsPolicy", "PolicyDocument.Statement", (all) =>
      all.map((each: object, index: number) => (index === 1 ? { ...each, Condition: undefined } : each)),
    ),
    caughtBy: "house rules",
  },
  {
    title: "a queue that takes requests without TLS",
    change: edited("Pencil/EventsPolicy", "PolicyDocument.Statement", (all) => all.slice(1)),
    caughtBy: "nag",
  },
  {
    title: "a topic that takes requests without TLS",
    change: edited("Core/AlarmsPolicy", "PolicyDocument.Statement", (all) => all.slice(1)),
    caughtBy: "nag",
  },
  {
    title: "a topic that CloudWatch may not publish to",
    change: edited("Core/AlarmsPolicy", "PolicyDocument.Statement", (all) => all.slice(0, 1)),
    caughtBy: "house rules",
  },
  {
    title: "a topic without a policy",
    change: without("Core/AlarmsPolicy"),
    caughtBy: "nag",
  },
];
