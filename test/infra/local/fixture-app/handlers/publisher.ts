import { EventBridgeClient, PutEventsCommand } from "@aws-sdk/client-eventbridge";
import type { DynamoDBBatchResponse, DynamoDBRecord, DynamoDBStreamEvent } from "aws-lambda";

const bus = new EventBridgeClient({});

const publish = async (record: DynamoDBRecord): Promise<boolean> => {
  const answer = await bus.send(
    new PutEventsCommand({
      Entries: [
        {
          EventBusName: process.env.BUS ?? "",
          Source: "fixture.thing",
          DetailType: "ThingCreated.v1",
          Detail: JSON.stringify({
            id: record.dynamodb?.Keys?.pk?.S,
            name: record.dynamodb?.NewImage?.name?.S,
          }),
        },
      ],
    }),
  );
  return answer.FailedEntryCount === 0;
};

/** Puts each new thing on the bus; a thing named "poison" does not pass until the code is cured. */
export const handler = async (event: DynamoDBStreamEvent): Promise<DynamoDBBatchResponse> => {
  for (const record of event.Records) {
    const poisonous = record.dynamodb?.NewImage?.name?.S === "poison" && process.env.CURED === undefined;
    if (poisonous) console.log(JSON.stringify({ sequenceNumber: record.dynamodb?.SequenceNumber }));
    if (poisonous || !(await publish(record)))
      return { batchItemFailures: [{ itemIdentifier: record.dynamodb?.SequenceNumber ?? "" }] };
  }
  return { batchItemFailures: [] };
};
