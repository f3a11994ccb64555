import { deploymentVariants } from "./deployment-variants.ts";
import type { Edit } from "./edited-bundles.ts";
import { monitoringVariants } from "./monitoring-variants.ts";
import { serviceVariants } from "./service-variants.ts";

/** The product with one mistake in it: what is replaced in which module, for tests only. */
export type Variant = {
  readonly name: string;
  readonly edits: readonly Edit[];
  /** The invariant that it is found by, as the judge calls it. */
  readonly breaks: string;
  /** The service that has to be there, where the mistake is not in a service's own code. */
  readonly of?: string;
  /** The mistake came with the latest deployment: the code before it was right. */
  readonly isNew?: boolean;
};

/** Mistakes that people make in systems like this; each must be found. */
export const variants: readonly Variant[] = [
  {
    name: "a subscription without an inbox",
    breaks: "an event has at most one effect on a record",
    edits: [
      {
        module: "shared/lambda/functions.ts",
        right: "causationId: eventId, once })",
        wrong: "causationId: eventId })",
      },
    ],
  },
  {
    name: "an update without a condition on the version",
    breaks: "every confirmed command happened exactly once, every refused one left nothing",
    edits: [
      {
        module: "shared/dynamo/record-writes.ts",
        right: "before && before.version > 0",
        wrong: "before && before.version > 0 ? {} : before && before.version > 0",
      },
    ],
  },
  {
    name: "a publisher that ignores FailedEntryCount",
    breaks: "every event reaches every subscriber",
    edits: [{ module: "shared/lambda/publisher.ts", right: "failed >= 0", wrong: "failed >= 10" }],
  },
  {
    name: "a projection that ignores the sequence",
    breaks: "what services keep of others' records is what a rebuild gives",
    edits: [
      {
        module: "shared/dynamo/projections.ts",
        right: "last >= sequence",
        wrong: "last === sequence",
      },
    ],
  },
  {
    name: "a timer that does not look again",
    breaks: "what incident promises holds",
    edits: [
      {
        module: "services/incident/schedules/close-resolved.ts",
        right: "incident.autoCloseAt && incident.autoCloseAt <= on.now ?",
        wrong: 'incident.state === "resolved" ?',
      },
    ],
  },
  {
    name: "events written after the record, not with it",
    breaks: "every record equals the fold of its history, without gaps",
    edits: [
      {
        module: "shared/dynamo/records.ts",
        right: "failed: await transact(scope, [...onceWrites(scope, target, id, record), ...writes])",
        wrong: `failed: await (async (all) => {
      const isEvent = ({ write }) => String(write.Put?.Item.sk).startsWith("EVENT#");
      const failed = await transact(scope, all.filter((each) => !isEvent(each)));
      return failed ?? transact(scope, all.filter(isEvent));
    })([...onceWrites(scope, target, id, record), ...writes])`,
      },
    ],
  },
  {
    name: "an Idempotency-Key that is kept apart from what it stands for",
    breaks: "in the end nothing is left, given up, forbidden or broken by itself",
    edits: [
      {
        module: "shared/dynamo/records.ts",
        right: "failed: await transact(scope, [...onceWrites(scope, target, id, record), ...writes])",
        wrong: `failed: (await transact(scope, writes)) ??
      (await transact(scope, onceWrites(scope, target, id, record)).then(() => undefined))`,
      },
    ],
  },
  {
    name: "a consumer that reports no failures",
    breaks: "in the end nothing is left, given up, forbidden or broken by itself",
    edits: [{ module: "shared/lambda/consumer.ts", right: "      throw error;", wrong: "" }],
  },
  {
    name: "a publisher that does not say which records it could not publish",
    breaks: "every event reaches every subscriber",
    edits: [
      {
        module: "shared/lambda/publisher.ts",
        right: "itemIdentifier ? [{ itemIdentifier }] : []",
        wrong: "itemIdentifier ? [] : []",
      },
    ],
  },
  {
    name: "a consumer whose batch answer is lost",
    breaks: "in the end nothing is left, given up, forbidden or broken by itself",
    edits: [
      {
        module: "shared/lambda/consumer.ts",
        right: "throwOnFullBatchFailure: false,\n      }),",
        wrong: "throwOnFullBatchFailure: false,\n      }).then(() => ({ batchItemFailures: [] })),",
      },
    ],
  },
  {
    name: "an Idempotency-Key that nobody honours",
    breaks: "every confirmed command happened exactly once, every refused one left nothing",
    edits: [
      {
        module: "shared/http/router.ts",
        right: "once: onceFor(endpoint, event, actor)",
        wrong: "once: undefined",
      },
    ],
  },
  {
    name: "an inbox that knows events but not what they were done to",
    breaks: "what incident promises holds",
    edits: [
      {
        module: "shared/dynamo/once.ts",
        right: "sk: target });",
        wrong: 'sk: scope.once?.fingerprint ? target : "DONE" });',
      },
    ],
  },
  {
    name: "a claim without a condition",
    breaks: "what problem promises holds",
    edits: [
      {
        module: "shared/dynamo/record-writes.ts",
        right: "    Item: { ...Key(claim), holder: after.id },\n    ConditionExpression,",
        wrong: "    Item: { ...Key(claim), holder: after.id },",
      },
    ],
  },
  {
    name: "numbers that are read and then written",
    breaks: "in the end nothing is left, given up, forbidden or broken by itself",
    edits: [
      {
        module: "shared/dynamo/counter.ts",
        right: "  const { Attributes: counter } =",
        wrong: `  const { Attributes: seen } = await scope.client.send(
    new UpdateCommand({
      TableName: scope.table,
      Key: { pk: \`COUNTER#\${prefix}\`, sk: "COUNTER" },
      UpdateExpression: "ADD #last :none",
      ExpressionAttributeNames: { "#last": "last" },
      ExpressionAttributeValues: { ":none": 0 },
      ReturnValues: "UPDATED_NEW",
    }),
  );
  const { Attributes: counter } =`,
      },
      {
        module: "shared/dynamo/counter.ts",
        right: 'UpdateExpression: "ADD #last :count",',
        wrong: 'UpdateExpression: "SET #last = :count",',
      },
      {
        module: "shared/dynamo/counter.ts",
        right: '{ ":count": count }',
        wrong: '{ ":count": Number(seen?.last) + count }',
      },
    ],
  },
  ...deploymentVariants,
  ...monitoringVariants,
  ...serviceVariants,
];
