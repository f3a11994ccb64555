import { Duration, RemovalPolicy, Stack, TimeZone } from "aws-cdk-lib";
import {
  type HttpApi,
  HttpMethod,
  HttpRoute,
  HttpRouteKey,
  type IHttpRouteAuthorizer,
} from "aws-cdk-lib/aws-apigatewayv2";
import { HttpLambdaIntegration } from "aws-cdk-lib/aws-apigatewayv2-integrations";
import { AttributeType, Billing, StreamViewType, TableV2 } from "aws-cdk-lib/aws-dynamodb";
import { type EventBus, Rule } from "aws-cdk-lib/aws-events";
import { SqsQueue } from "aws-cdk-lib/aws-events-targets";
import { Architecture, Code, Function as Lambda, Runtime, StartingPosition } from "aws-cdk-lib/aws-lambda";
import { DynamoEventSource, SqsDlq, SqsEventSource } from "aws-cdk-lib/aws-lambda-event-sources";
import { Schedule, ScheduleExpression } from "aws-cdk-lib/aws-scheduler";
import { LambdaInvoke } from "aws-cdk-lib/aws-scheduler-targets";
import { Queue } from "aws-cdk-lib/aws-sqs";
import type { Construct } from "constructs";

type ThingProps = {
  readonly bus: EventBus;
  readonly api: HttpApi;
  readonly authorizer: IHttpRouteAuthorizer;
  readonly code: string;
};

/** One service: a table with a stream, an api function, a publisher, a consumer behind rule and queue, a timer. */
export class ThingStack extends Stack {
  constructor(scope: Construct, id: string, props: ThingProps) {
    super(scope, id);
    const table = this.table();
    const lambda = (name: string) => this.function(name, table, props);
    this.addApi(lambda("api"), lambda("trouble"), table, props);
    this.addPublisher(lambda("publisher"), table, props.bus);
    this.addConsumer(lambda("consumer"), table, props.bus);
    const timer = lambda("timer");
    table.grantWriteData(timer);
    new Schedule(this, "Tick", {
      schedule: ScheduleExpression.rate(Duration.minutes(5)),
      target: new LambdaInvoke(timer),
    });
    new Schedule(this, "Daily", {
      schedule: ScheduleExpression.cron({ hour: "6", minute: "0", timeZone: TimeZone.EUROPE_BERLIN }),
      target: new LambdaInvoke(timer),
    });
  }

  private table(): TableV2 {
    return new TableV2(this, "Table", {
      partitionKey: { name: "pk", type: AttributeType.STRING },
      sortKey: { name: "sk", type: AttributeType.STRING },
      billing: Billing.onDemand(),
      dynamoStream: StreamViewType.NEW_IMAGE,
      timeToLiveAttribute: "expires",
      pointInTimeRecoverySpecification: { pointInTimeRecoveryEnabled: true },
      removalPolicy: RemovalPolicy.DESTROY,
      globalSecondaryIndexes: [
        {
          indexName: "byState",
          partitionKey: { name: "state", type: AttributeType.STRING },
          sortKey: { name: "pk", type: AttributeType.STRING },
        },
      ],
    });
  }

  private function(name: string, table: TableV2, props: ThingProps): Lambda {
    return new Lambda(this, `${name}-function`, {
      runtime: Runtime.NODEJS_24_X,
      architecture: Architecture.ARM_64,
      code: Code.fromAsset(props.code),
      handler: `${name}.handler`,
      timeout: Duration.seconds(name === "trouble" ? 1 : 10),
      memorySize: 256,
      environment: { TABLE: table.tableName, BUS: props.bus.eventBusName },
    });
  }

  private addApi(handler: Lambda, trouble: Lambda, table: TableV2, { api, authorizer }: ThingProps): void {
    table.grant(handler, "dynamodb:PutItem", "dynamodb:GetItem", "dynamodb:Query", "dynamodb:UpdateItem");
    const integration = new HttpLambdaIntegration("things", handler);
    const route = (id: string, path: string, method: HttpMethod, open = false) =>
      new HttpRoute(this, id, {
        httpApi: api,
        routeKey: HttpRouteKey.with(path, method),
        integration,
        ...(open ? {} : { authorizer }),
      });
    route("create", "/things", HttpMethod.POST);
    route("list", "/things", HttpMethod.GET);
    route("get", "/things/{id}", HttpMethod.GET);
    route("open", "/open", HttpMethod.GET, true);
    new HttpRoute(this, "trouble", {
      httpApi: api,
      routeKey: HttpRouteKey.with("/trouble", HttpMethod.POST),
      integration: new HttpLambdaIntegration("trouble", trouble),
    });
  }

  private addPublisher(publisher: Lambda, table: TableV2, bus: EventBus): void {
    bus.grantPutEventsTo(publisher);
    publisher.addEventSource(
      new DynamoEventSource(table, {
        startingPosition: StartingPosition.TRIM_HORIZON,
        batchSize: 10,
        retryAttempts: 5,
        bisectBatchOnError: true,
        reportBatchItemFailures: true,
        onFailure: new SqsDlq(new Queue(this, "Unpublished", { enforceSSL: true })),
        filters: [
          {
            pattern: JSON.stringify({ eventName: ["INSERT"], dynamodb: { Keys: { sk: { S: ["thing"] } } } }),
          },
        ],
      }),
    );
  }

  private addConsumer(consumer: Lambda, table: TableV2, bus: EventBus): void {
    table.grant(consumer, "dynamodb:UpdateItem");
    const queue = new Queue(this, "Events", {
      visibilityTimeout: Duration.seconds(60),
      deadLetterQueue: { queue: new Queue(this, "DeadEvents"), maxReceiveCount: 3 },
    });
    new Rule(this, "Created", {
      eventBus: bus,
      eventPattern: { source: ["fixture.thing"], detailType: ["ThingCreated.v1"] },
      targets: [new SqsQueue(queue, { deadLetterQueue: new Queue(this, "UndeliveredEvents") })],
    });
    consumer.addEventSource(new SqsEventSource(queue, { batchSize: 10, reportBatchItemFailures: true }));
  }
}
