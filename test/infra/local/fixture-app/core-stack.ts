import { CfnOutput, Stack, Tags } from "aws-cdk-lib";
import { HttpApi } from "aws-cdk-lib/aws-apigatewayv2";
import { HttpUserPoolAuthorizer } from "aws-cdk-lib/aws-apigatewayv2-authorizers";
import { UserPool } from "aws-cdk-lib/aws-cognito";
import { EventBus } from "aws-cdk-lib/aws-events";
import type { Construct } from "constructs";

/** What every service shares: one bus, one API, one user pool. */
export class CoreStack extends Stack {
  readonly bus: EventBus;
  readonly api: HttpApi;
  readonly authorizer: HttpUserPoolAuthorizer;

  constructor(scope: Construct, id: string) {
    super(scope, id);
    this.bus = new EventBus(this, "Bus", { eventBusName: "fixture" });
    this.api = new HttpApi(this, "Api");
    const pool = new UserPool(this, "People");
    const client = pool.addClient("Client");
    this.authorizer = new HttpUserPoolAuthorizer("Jwt", pool, { userPoolClients: [client] });
    new CfnOutput(this, "ApiUrl", { value: this.api.apiEndpoint });
    Tags.of(this).add("purpose", "test");
  }
}
