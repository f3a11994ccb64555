import { Duration } from "aws-cdk-lib";
import { PolicyStatement } from "aws-cdk-lib/aws-iam";
import { Key, KeySpec, KeyUsage } from "aws-cdk-lib/aws-kms";
import type { Construct } from "constructs";
import type { ServiceParts } from "../service-parts.ts";
import { removalPolicy } from "./retention.ts";

/** What a function that signs asks of its key. */
export const signingActions = ["kms:GetPublicKey", "kms:Sign"] as const;

const longestWait = Duration.days(30);

/** The key that a service signs with, if it says that it signs: its private half never leaves AWS KMS. */
export const createSigningKey = (scope: Construct, { service, core }: ServiceParts): Key | undefined =>
  service.signs === undefined
    ? undefined
    : new Key(scope, "SigningKey", {
        description: `${service.title}: ${service.signs}`,
        keySpec: KeySpec.ECC_NIST_EDWARDS25519,
        keyUsage: KeyUsage.SIGN_VERIFY,
        pendingWindow: longestWait,
        removalPolicy: removalPolicy(core.settings),
      });

export const signing = (key: Key): PolicyStatement =>
  new PolicyStatement({ actions: [...signingActions], resources: [key.keyArn] });
