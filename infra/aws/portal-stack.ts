import { Aws, CfnOutput, Duration, RemovalPolicy, Stack } from "aws-cdk-lib";
import { Certificate } from "aws-cdk-lib/aws-certificatemanager";
import {
  AllowedMethods,
  type BehaviorOptions,
  CachePolicy,
  Distribution,
  Function as EdgeFunction,
  FunctionCode,
  FunctionEventType,
  FunctionRuntime,
  HttpVersion,
  OriginRequestPolicy,
  ViewerProtocolPolicy,
} from "aws-cdk-lib/aws-cloudfront";
import { HttpOrigin, S3BucketOrigin } from "aws-cdk-lib/aws-cloudfront-origins";
import { BlockPublicAccess, Bucket, BucketEncryption, ObjectOwnership } from "aws-cdk-lib/aws-s3";
import type { Construct } from "constructs";
import { acknowledge } from "./constructs/acknowledge.ts";
import { deployFiles } from "./constructs/portal-deployment.ts";
import { portalHeaders } from "./constructs/portal-headers.ts";
import { pageOfPath } from "./page-of-path.ts";
import type { Core } from "./service-parts.ts";

type PortalStackProps = {
  readonly core: Core;
  /** Folder of the built portal. */
  readonly files: string;
};

/** Straight to the API: nothing kept, nothing left out, nothing added. */
const passedOn = (core: Core): BehaviorOptions => ({
  origin: new HttpOrigin(`${core.api.apiId}.execute-api.${Aws.REGION}.${Aws.URL_SUFFIX}`, {
    // Longer than the API itself waits, so that people get its answer and not CloudFront's.
    readTimeout: Duration.seconds(35),
  }),
  allowedMethods: AllowedMethods.ALLOW_ALL,
  cachePolicy: CachePolicy.CACHING_DISABLED,
  originRequestPolicy: OriginRequestPolicy.ALL_VIEWER_EXCEPT_HOST_HEADER,
  viewerProtocolPolicy: ViewerProtocolPolicy.HTTPS_ONLY,
});

/** The web application: its files in a bucket, one address for them and for the API. */
export class PortalStack extends Stack {
  constructor(scope: Construct, id: string, { core, files }: PortalStackProps) {
    super(scope, id, {
      stackName: `${core.settings.name}-portal`,
      description: "IT service management: the web application",
      terminationProtection: !core.settings.ephemeral,
      tags: { application: core.settings.name, service: "portal" },
    });
    const bucket = this.bucket();
    const distribution = this.distribution(bucket, core);
    deployFiles(this, { bucket, files, core });
    new CfnOutput(this, "PortalUrl", { value: `https://${distribution.distributionDomainName}` });
  }

  private bucket(): Bucket {
    const bucket = new Bucket(this, "Files", {
      blockPublicAccess: BlockPublicAccess.BLOCK_ALL,
      encryption: BucketEncryption.S3_MANAGED,
      enforceSSL: true,
      objectOwnership: ObjectOwnership.BUCKET_OWNER_ENFORCED,
      // Every file can be built again from the sources.
      removalPolicy: RemovalPolicy.DESTROY,
    });
    acknowledge(
      bucket,
      "AwsSolutions-S1",
      "Holds the public files of a web application, read by CloudFront only",
    );
    return bucket;
  }

  private distribution(bucket: Bucket, core: Core): Distribution {
    const { portalDomain: domain, portalCertificate } = core.settings;
    const api = passedOn(core);
    const distribution = new Distribution(this, "Door", {
      comment: `${core.settings.name}: portal and API`,
      httpVersion: HttpVersion.HTTP2_AND_3,
      defaultBehavior: {
        origin: S3BucketOrigin.withOriginAccessControl(bucket),
        allowedMethods: AllowedMethods.ALLOW_GET_HEAD,
        cachePolicy: CachePolicy.CACHING_OPTIMIZED,
        viewerProtocolPolicy: ViewerProtocolPolicy.REDIRECT_TO_HTTPS,
        responseHeadersPolicy: portalHeaders(this, core),
        functionAssociations: [{ eventType: FunctionEventType.VIEWER_REQUEST, function: this.pages() }],
      },
      additionalBehaviors: { "/api/*": api, "/openapi.json": api },
      ...(domain && portalCertificate
        ? {
            domainNames: [domain],
            certificate: Certificate.fromCertificateArn(this, "Certificate", portalCertificate),
          }
        : {}),
    });
    acknowledge(distribution, "AwsSolutions-CFR1", "Where people may work from is the customer's to say");
    acknowledge(
      distribution,
      "AwsSolutions-CFR2",
      "Public files; the API behind it checks tokens and throttles",
    );
    acknowledge(distribution, "AwsSolutions-CFR3", "The API logs each request; the rest are public files");
    if (domain === undefined)
      acknowledge(distribution, "AwsSolutions-CFR4", "CloudFront's own name brings its own certificate");
    return distribution;
  }

  private pages(): EdgeFunction {
    return new EdgeFunction(this, "PageOfPath", {
      runtime: FunctionRuntime.JS_2_0,
      code: FunctionCode.fromInline(pageOfPath),
      comment: "Every address that is no file is a page of the one application",
    });
  }
}
