import { Aws, Duration } from "aws-cdk-lib";
import { HeadersFrameOption, HeadersReferrerPolicy, ResponseHeadersPolicy } from "aws-cdk-lib/aws-cloudfront";
import type { Construct } from "constructs";
import type { Core } from "../service-parts.ts";
import type { Settings } from "../settings.ts";

/** Where the browser fetches tokens: Cognito's two addresses, or the customer's issuer and what belongs to it. */
const issuerOrigins = ({ issuer, name, issuerOrigins: others }: Settings): readonly string[] =>
  issuer === undefined
    ? [
        `https://cognito-idp.${Aws.REGION}.${Aws.URL_SUFFIX}`,
        `https://${name}-${Aws.ACCOUNT_ID}.auth.${Aws.REGION}.amazoncognito.com`,
      ]
    : [new URL(issuer).origin, ...others];

/** Where files are sent to and pictures come from: an address of its own, so what people upload is never the portal's. */
const filesOrigin = ({ files }: Core): string => (files ? ` https://${files.bucketRegionalDomainName}` : "");

/** Own scripts and styles only, no frame around it, no address but the API's, the issuer's and that of the files. */
const policy = (core: Core): string =>
  [
    "default-src 'none'",
    "script-src 'self'",
    "style-src 'self'",
    `img-src 'self' data:${filesOrigin(core)}`,
    "font-src 'self' data:",
    "manifest-src 'self'",
    `connect-src 'self' ${issuerOrigins(core.settings).join(" ")}${filesOrigin(core)}`,
    "base-uri 'none'",
    "form-action 'none'",
    "frame-ancestors 'none'",
  ].join("; ");

/** What every file of the portal is answered with. */
export const portalHeaders = (scope: Construct, core: Core): ResponseHeadersPolicy =>
  new ResponseHeadersPolicy(scope, "Headers", {
    comment: "What browsers may do with the portal",
    securityHeadersBehavior: {
      contentSecurityPolicy: { contentSecurityPolicy: policy(core), override: true },
      contentTypeOptions: { override: true },
      frameOptions: { frameOption: HeadersFrameOption.DENY, override: true },
      referrerPolicy: { referrerPolicy: HeadersReferrerPolicy.SAME_ORIGIN, override: true },
      strictTransportSecurity: {
        accessControlMaxAge: Duration.days(730),
        includeSubdomains: true,
        override: true,
      },
    },
    customHeadersBehavior: {
      customHeaders: [
        {
          header: "permissions-policy",
          value: "camera=(), geolocation=(), microphone=(), payment=(), usb=()",
          override: true,
        },
        { header: "cross-origin-opener-policy", value: "same-origin", override: true },
      ],
    },
  });
