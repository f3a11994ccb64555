import { serviceActor } from "../access/actor.ts";
import { createAuthenticator, GroupMapping } from "../access/authenticate.ts";
import { RequestLimits } from "../access/request-limits.ts";
import { at, systemClock } from "../domain/clock.ts";
import { createDocumentClient } from "../dynamo/client.ts";
import { createRequestLimit } from "../dynamo/request-limit.ts";
import type { Scope } from "../dynamo/scope.ts";
import { createRouter } from "../http/router.ts";
import type { Service } from "../service.ts";
import { createApi } from "./api.ts";
import { createConsumer } from "./consumer.ts";
import { FunctionEnvironment } from "./environment.ts";
import { createTelemetry } from "./telemetry.ts";
import { createTimer } from "./timer.ts";

/** Longer than an event can wait in a queue (14 days), so no repeat is taken for new. */
const inboxSeconds = 15 * 24 * 60 * 60;

/**
 * The composition root of a service: its Lambda handlers, from its declaration and from `connect`, which
 * builds what its handlers work with for one request, event or schedule.
 */
export const createFunctions = <C>(service: Service<C>, connect: (scope: Scope) => C) => {
  const environment = FunctionEnvironment.parse(process.env);
  const telemetry = createTelemetry(service.name);
  const table = environment.TABLE_NAME;
  const client = createDocumentClient();
  const base = () => ({ table, client, clock: at(systemClock.now()) });
  const self = serviceActor(service.name);
  const mapping = GroupMapping.parse(JSON.parse(environment.GROUPS));
  const limits = RequestLimits.parse(JSON.parse(environment.REQUEST_LIMITS));
  const admit = createRequestLimit(limits, { client, table });
  const router = createRouter(
    service,
    createAuthenticator(mapping, service.grants),
    (caller) => connect({ ...base(), ...caller }),
    (actor) => admit(actor, systemClock.now()),
  );
  return {
    api: createApi(router, telemetry),
    consumer: createConsumer(
      service,
      (subscription, { correlationId, eventId }) => {
        const once = { key: `INBOX#${subscription.id}#${eventId}`, keepSeconds: inboxSeconds };
        return connect({ ...base(), actor: self, correlationId, causationId: eventId, once });
      },
      telemetry,
    ),
    timer: createTimer(
      service,
      (schedule, correlationId) =>
        connect({ ...base(), actor: self, correlationId, causationId: `schedule:${schedule}` }),
      telemetry,
    ),
  };
};
