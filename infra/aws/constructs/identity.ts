import { Aws, CfnOutput, Duration } from "aws-cdk-lib";
import type { IHttpRouteAuthorizer } from "aws-cdk-lib/aws-apigatewayv2";
import { HttpJwtAuthorizer } from "aws-cdk-lib/aws-apigatewayv2-authorizers";
import {
  AccountRecovery,
  Mfa,
  OAuthScope,
  ResourceServerScope,
  UserPool,
  type UserPoolClient,
  type UserPoolResourceServer,
} from "aws-cdk-lib/aws-cognito";
import type { Construct } from "constructs";
import type { Settings } from "../settings.ts";
import { acknowledge } from "./acknowledge.ts";
import { removalPolicy } from "./retention.ts";

/** Long enough for an afternoon's gap between requests, short enough that a removed role is gone today. */
const tokenValidity = Duration.hours(1);

/** Where signing in returns while no web origin is configured: a script on one's own machine. */
const localOrigin = "http://localhost:8080";

const createPool = (scope: Construct, settings: Settings): UserPool => {
  const pool = new UserPool(scope, "People", {
    userPoolName: settings.name,
    selfSignUpEnabled: false,
    signInAliases: { email: true },
    signInCaseSensitive: false,
    standardAttributes: {
      email: { required: true, mutable: true },
      fullname: { required: true, mutable: true },
    },
    passwordPolicy: {
      minLength: 12,
      requireDigits: true,
      requireLowercase: true,
      requireSymbols: true,
      requireUppercase: true,
    },
    mfa: Mfa.REQUIRED,
    mfaSecondFactor: { otp: true, sms: false },
    accountRecovery: AccountRecovery.EMAIL_ONLY,
    deletionProtection: !settings.ephemeral,
    removalPolicy: removalPolicy(settings),
  });
  acknowledge(
    pool,
    "AwsSolutions-COG8",
    "Plus costs per person and month for risk scores; a second factor is required here, and who wants more connects an own issuer (context issuer, audience)",
  );
  return pool;
};

const webClient = (pool: UserPool, { origins, portalDomain }: Settings): UserPoolClient => {
  const known = [...origins, ...(portalDomain === undefined ? [] : [`https://${portalDomain}`])];
  const returns = known.length > 0 ? known : [localOrigin];
  return pool.addClient("Web", {
    // A browser keeps no secret: authorization code with PKCE.
    generateSecret: false,
    preventUserExistenceErrors: true,
    enableTokenRevocation: true,
    accessTokenValidity: tokenValidity,
    idTokenValidity: tokenValidity,
    refreshTokenValidity: Duration.days(1),
    oAuth: {
      flows: { authorizationCodeGrant: true },
      scopes: [OAuthScope.OPENID, OAuthScope.EMAIL, OAuthScope.PROFILE],
      callbackUrls: returns,
      logoutUrls: returns,
    },
  });
};

const integration = new ResourceServerScope({
  scopeName: "integration",
  scopeDescription: "Act as a connected program",
});

const machineClient = (pool: UserPool, server: UserPoolResourceServer, name: string): UserPoolClient =>
  pool.addClient(`Integration-${name}`, {
    userPoolClientName: name,
    generateSecret: true,
    accessTokenValidity: tokenValidity,
    oAuth: {
      flows: { clientCredentials: true },
      scopes: [OAuthScope.resourceServer(server, integration)],
    },
  });

/** One group per role that any service grants something to; every signed-in person is an employee anyway. */
const addGroups = (pool: UserPool, roles: readonly string[]): void => {
  for (const role of roles) {
    pool.addGroup(`Role-${role}`, { groupName: `role:${role}`, description: `People with the role ${role}` });
  }
};

/** How tokens are checked, and what their groups mean. */
export type Identity = {
  readonly authorizer: IHttpRouteAuthorizer;
  readonly groups: Settings["groups"];
  /** What the portal is told: where people sign in, and under which name it asks. */
  readonly signIn: { readonly issuer: string; readonly clientId: string };
};

/** A user pool with a group per role, a client for the portal and one for each connected program. */
const createOwnIssuer = (scope: Construct, settings: Settings, roles: readonly string[]): Identity => {
  const pool = createPool(scope, settings);
  const domain = pool.addDomain("SignIn", {
    cognitoDomain: { domainPrefix: `${settings.name}-${Aws.ACCOUNT_ID}` },
  });
  const server = pool.addResourceServer("Programs", { identifier: settings.name, scopes: [integration] });
  const web = webClient(pool, settings);
  const machines = settings.integrations.map((name) => machineClient(pool, server, name));
  addGroups(pool, roles);
  new CfnOutput(scope, "UserPoolId", { value: pool.userPoolId });
  new CfnOutput(scope, "WebClientId", { value: web.userPoolClientId });
  new CfnOutput(scope, "SignInUrl", { value: domain.baseUrl() });
  const meanings = machines.map(({ userPoolClientId }) => [
    `client:${userPoolClientId}`,
    { roles: ["integration"], teams: [] },
  ]);
  return {
    authorizer: new HttpJwtAuthorizer("Token", pool.userPoolProviderUrl, {
      jwtAudience: [web, ...machines].map((client) => client.userPoolClientId),
    }),
    groups: { ...Object.fromEntries(meanings), ...settings.groups },
    signIn: { issuer: pool.userPoolProviderUrl, clientId: web.userPoolClientId },
  };
};

/** The customer's own issuer where one is configured, else a Cognito user pool. */
export const createIdentity = (scope: Construct, settings: Settings, roles: readonly string[]): Identity => {
  const { issuer, audience, groups } = settings;
  if (issuer === undefined || audience === undefined) return createOwnIssuer(scope, settings, roles);
  return {
    authorizer: new HttpJwtAuthorizer("Token", issuer, { jwtAudience: [...audience] }),
    groups,
    signIn: { issuer, clientId: settings.portalClient ?? audience[0] ?? "" },
  };
};
