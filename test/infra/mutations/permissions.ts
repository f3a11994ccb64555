import { added, lacking, type Mutation, property, refTo, statements } from "./mutation.ts";

/** Roles that may too little, or too much. */
export const permissionMutations: readonly Mutation[] = [
  {
    title: "addresses for files that open nothing",
    change: lacking("Pencil/ApiRole", "s3:GetObject"),
    caughtBy: "house rules",
  },
  {
    title: "removed files whose bytes stay",
    change: lacking("Pencil/ConsumerRole", "s3:DeleteObject"),
    caughtBy: "house rules",
  },
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
    title: "an api that may not sign",
    change: lacking("Pencil/ApiRole", "kms:Sign"),
    caughtBy: "house rules",
  },
  {
    title: "a timer that signs in the service's name",
    change: refTo(
      "Pencil/SigningKey",
      (id) => ({ "Fn::GetAtt": [id, "Arn"] }),
      (Resource) =>
        statements("Pencil/TimerRole", (all) => [...all, { Effect: "Allow", Action: "kms:Sign", Resource }]),
    ),
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
];
