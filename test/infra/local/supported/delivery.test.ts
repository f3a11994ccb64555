import { readAssembly } from "../../../../infra/local/template.ts";
import { type Change, mutatedFixture, type Properties } from "../support/mutate-fixture.ts";

const mapping = "Lambda::EventSourceMapping";
const table = "DynamoDB::GlobalTable";

const withoutActions = (policy: Properties, prefix: string): void => {
  for (const statement of policy.PolicyDocument.Statement)
    statement.Action = [statement.Action].flat().filter((action: string) => !action.startsWith(prefix));
};

const mutations: readonly [string, Change, string][] = [
  [
    "a stream mapping on a table without stream",
    (find) => {
      delete find(table).StreamSpecification;
    },
    "has no stream",
  ],
  [
    "a stream of another table",
    (find) => {
      find(mapping, "publisher").EventSourceArn = "arn:aws:dynamodb:us-east-1:000000000000:table/x/stream/1";
    },
    "no table of the template",
  ],
  [
    "an event source it does not know",
    (find) => {
      find(mapping, "publisher").EventSourceArn = "arn:aws:kinesis:us-east-1:000000000000:stream/x";
    },
    "arn:aws:kinesis",
  ],
  [
    "a function that may not read its stream",
    (find) => withoutActions(find("IAM::Policy", "publisher"), "dynamodb:"),
    "dynamodb:GetRecords",
  ],
  [
    "a function that may not send to its on-failure queue",
    (find) => withoutActions(find("IAM::Policy", "publisher"), "sqs:"),
    "sqs:SendMessage",
  ],
  [
    "a missing starting position",
    (find) => {
      delete find(mapping, "publisher").StartingPosition;
    },
    "StartingPosition",
  ],
  [
    "a broken filter pattern",
    (find) => {
      find(mapping, "publisher").FilterCriteria.Filters[0].Pattern = '{"eventName": "INSERT"}';
    },
    "filter pattern",
  ],
  [
    "several readers per shard",
    (find) => {
      find(mapping, "publisher").ParallelizationFactor = 2;
    },
    "ParallelizationFactor",
  ],
  [
    "an on-failure destination that is not there",
    (find) => {
      find(mapping, "publisher").DestinationConfig.OnFailure.Destination =
        "arn:aws:sqs:us-east-1:000000000000:gone";
    },
    "can only go to a queue",
  ],
  [
    "a function that may not read its queue",
    (find) => withoutActions(find("IAM::Policy", "consumer"), "sqs:Receive"),
    "sqs:ReceiveMessage",
  ],
  [
    "a visibility timeout below the function's",
    (find) => {
      find("SQS::Queue", "EventsD").VisibilityTimeout = 5;
    },
    "visibility timeout",
  ],
  [
    "a dead-letter queue that is not there",
    (find) => {
      find("SQS::Queue", "EventsD").RedrivePolicy.deadLetterTargetArn =
        "arn:aws:sqs:us-east-1:000000000000:gone";
    },
    "gone",
  ],
  [
    "an invalid event pattern",
    (find) => {
      find("Events::Rule").EventPattern = { source: "fixture" };
    },
    "event pattern",
  ],
  [
    "a rule on a bus that is not there",
    (find) => {
      find("Events::Rule").EventBusName = "elsewhere";
    },
    "elsewhere",
  ],
  [
    "a target the rule may not reach",
    (_, all) => {
      for (const id of Object.keys(all)) if (id.startsWith("EventsPolicy")) delete all[id];
    },
    "sqs:SendMessage",
  ],
  [
    "a schedule that is none",
    (find) => {
      find("Scheduler::Schedule").ScheduleExpression = "every now and then";
    },
    "every now and then",
  ],
  [
    "a scheduler that may not assume its role",
    (find) => {
      find("IAM::Role", "Scheduler").AssumeRolePolicyDocument.Statement[0].Principal.Service =
        "lambda.amazonaws.com";
    },
    "scheduler.amazonaws.com",
  ],
];

describe("the local cloud, of what delivers events", () => {
  it.each(mutations)("refuses %s", (_, change, reason) => {
    expect(readAssembly(mutatedFixture(change)).problems.join("\n")).toContain(reason);
  });
});
