import * as z from "zod";
import { endpoint } from "../../shared/http/endpoint.ts";
import type { RequestContext } from "./context.ts";
import { changeSettings, RequestSettings, SettingsFields, settingsId } from "./settings.ts";

/** The rules for all requests. */
export const settingsEndpoints = [
  endpoint({
    id: "getRequestSettings",
    summary: "The rules for all requests",
    route: "GET /request-settings",
    permission: "request:work",
    reply: RequestSettings,
    refusals: [],
    handle: (_request, { settingsRecord }: RequestContext) => settingsRecord.get(settingsId),
  }),
  endpoint({
    id: "getRequestCallKey",
    summary:
      "The key by which automation that is called knows who calls: HMAC-SHA-256 of the body, in x-signature",
    route: "GET /request-call-key",
    permission: "request:administer",
    reply: z.object({ key: z.string() }),
    refusals: [],
    handle: async (_request, { callKey }: RequestContext) => ({ key: await callKey() }),
  }),
  endpoint({
    id: "changeRequestSettings",
    summary: "Set the rules for all requests; what was ordered stays as it is",
    route: "PUT /request-settings",
    permission: "request:administer",
    body: SettingsFields,
    reply: RequestSettings,
    needsVersion: true,
    refusals: [],
    handle: ({ body, ifMatch }, { settingsRecord }: RequestContext) =>
      settingsRecord.update(settingsId, ifMatch, () => changeSettings(body)),
  }),
];
