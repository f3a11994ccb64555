import type { DynamoDBDocumentClient } from "@aws-sdk/lib-dynamodb";
import type { Actor } from "../access/actor.ts";
import type { Clock } from "../domain/clock.ts";

/**
 * A key under which an effect may happen once: an `Idempotency-Key` (the stored reply is given again) or an
 * event in a subscription's inbox (a repeat does nothing).
 */
export type Once = {
  readonly key: string;
  /** Fingerprint of the request: the same key with another one is refused. */
  readonly fingerprint?: string;
  readonly keepSeconds: number;
};

/** In whose name, why and when one call or event does its work; the stores take all of it from here. */
export type Scope = {
  readonly table: string;
  readonly client: DynamoDBDocumentClient;
  readonly clock: Clock;
  readonly actor: Actor;
  readonly correlationId: string;
  readonly causationId?: string | undefined;
  readonly once?: Once | undefined;
};
