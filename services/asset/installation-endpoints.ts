import * as z from "zod";
import { pageOf, pageQuery } from "../../shared/dynamo/page.ts";
import { endpoint } from "../../shared/http/endpoint.ts";
import { HistoryItem } from "../../shared/http/history-item.ts";
import { remove } from "./decisions/installation.ts";
import { reportInstallations } from "./endpoints/report-installations.ts";
import { ModelId } from "./model.ts";
import { DeviceId, Installation, InstallationId } from "./software.ts";
import type { AssetContext } from "./table.ts";
import { ofModel, targets } from "./targets.ts";

const params = z.object({ installationId: InstallationId });

const Query = z
  .strictObject({
    modelId: ModelId.optional().describe("Of this software"),
    deviceId: DeviceId.optional().describe("On this device"),
    ...pageQuery,
  })
  .refine(
    ({ modelId, deviceId }) => modelId === undefined || deviceId === undefined,
    "Ask by one filter at a time",
  );

/** What is installed where. */
export const installationEndpoints = [
  reportInstallations,
  endpoint({
    id: "listInstallations",
    summary: "What is installed of a software or on a device; without either, everything",
    route: "GET /software-installations",
    permission: "asset:read_all",
    query: Query,
    reply: pageOf(Installation),
    refusals: ["invalid_cursor"],
    handle: ({ query: { modelId, deviceId, ...page } }, { installations }: AssetContext) => {
      if (modelId !== undefined)
        return installations.list({ index: "byModel", partition: ofModel("installation", modelId) }, page);
      return deviceId === undefined
        ? installations.list({ index: "newest", partition: "installations", newestFirst: true }, page)
        : installations.list({ index: "byHolder", partition: targets.device(deviceId) }, page);
    },
  }),
  endpoint({
    id: "getInstallation",
    summary: "Read an installation",
    route: "GET /software-installations/{installationId}",
    permission: "asset:read_all",
    params,
    reply: Installation,
    refusals: ["not_found"],
    handle: ({ params: { installationId } }, { installations }: AssetContext) =>
      installations.get(installationId),
  }),
  endpoint({
    id: "removeInstallation",
    summary: "It is gone from the device",
    route: "POST /software-installations/{installationId}/remove",
    permission: "asset:report",
    params,
    body: z.strictObject({}),
    reply: Installation,
    refusals: ["not_found", "illegal_transition", "version_conflict"],
    handle: ({ params: { installationId }, ifMatch }, { installations }: AssetContext) =>
      installations.update(installationId, ifMatch, remove),
  }),
  endpoint({
    id: "listInstallationHistory",
    summary: "What became of an installation",
    route: "GET /software-installations/{installationId}/history",
    permission: "asset:read_all",
    params,
    query: z.strictObject(pageQuery),
    reply: pageOf(HistoryItem),
    refusals: ["not_found", "invalid_cursor"],
    handle: ({ params: { installationId }, query }, { installations }: AssetContext) =>
      installations.history(installationId, query),
  }),
];
