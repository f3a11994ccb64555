import type { HttpApi, IHttpRouteAuthorizer } from "aws-cdk-lib/aws-apigatewayv2";
import type { TableV2 } from "aws-cdk-lib/aws-dynamodb";
import type { EventBus } from "aws-cdk-lib/aws-events";
import type { Key } from "aws-cdk-lib/aws-kms";
import type { Bucket } from "aws-cdk-lib/aws-s3";
import type { Service } from "../../shared/service.ts";
import type { Bundle } from "./bundle.ts";
import type { Bell } from "./constructs/alarm-bell.ts";
import type { Identity } from "./constructs/identity.ts";
import type { Settings } from "./settings.ts";

/** What the core stack lends to every service. */
export type Core = {
  readonly settings: Settings;
  readonly bus: EventBus;
  readonly api: HttpApi;
  readonly authorizer: IHttpRouteAuthorizer;
  /** Group in the token to roles and teams, the app's own machine clients included. */
  readonly groups: Identity["groups"];
  /** Where the portal's people sign in. */
  readonly signIn: Identity["signIn"];
  readonly bell: Bell;
  /** Where the files of all services lie, if any keeps some. */
  readonly files: Bucket | undefined;
};

/** What the parts of one service's stack are made from. */
export type ServiceParts = {
  readonly service: Service;
  readonly table: TableV2;
  /** What it signs with, where it signs. */
  readonly signingKey?: Key | undefined;
  readonly core: Core;
  /** Code by name; stops the synthesis where there is none. */
  readonly bundles: (name: string) => Bundle;
};
