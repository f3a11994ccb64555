import { Duration } from "aws-cdk-lib";
import { type DeadLetterQueue, Queue, QueueEncryption } from "aws-cdk-lib/aws-sqs";
import type { Construct } from "constructs";
import { acknowledge } from "./acknowledge.ts";

type QueueSettings = {
  readonly queueName: string;
  readonly visibilityTimeout?: Duration;
  readonly deadLetterQueue?: DeadLetterQueue;
};

/** An encrypted queue that takes TLS only and keeps messages as long as SQS can: 14 days to notice and act. */
export const createQueue = (scope: Construct, id: string, settings: QueueSettings): Queue =>
  new Queue(scope, id, {
    ...settings,
    // SQS's own key: EventBridge and Scheduler may not use the AWS-managed KMS key.
    encryption: QueueEncryption.SQS_MANAGED,
    enforceSSL: true,
    retentionPeriod: Duration.days(14),
  });

/** Takes what another AWS service gave up on. cdk-nag recognizes only queues' own dead letters as such. */
export const createLastResort = (scope: Construct, id: string, queueName: string): Queue => {
  const queue = createQueue(scope, id, { queueName });
  acknowledge(queue, "AwsSolutions-SQS3", "It is the dead-letter queue of a stream mapping or of schedules");
  return queue;
};
