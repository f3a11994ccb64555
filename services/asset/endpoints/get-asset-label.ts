import * as z from "zod";
import { endpoint } from "../../../shared/http/endpoint.ts";
import { qrBytes, qrSvg } from "../../../shared/qr/qr-code.ts";
import { AssetId } from "../asset.ts";
import { assetParams } from "../command-endpoint.ts";
import type { AssetContext } from "../table.ts";

/** A tag may be longer than a code; then its number is on the picture, which finds it as well. */
const fits = (tag: string | undefined): string | undefined =>
  tag !== undefined && Buffer.byteLength(tag) <= qrBytes ? tag : undefined;

export const getAssetLabel = endpoint({
  id: "getAssetLabel",
  summary: "What goes on an asset's label: lines to read, and what its code says",
  route: "GET /assets/{assetId}/label",
  permission: "asset:read_all",
  params: assetParams,
  reply: z.object({
    id: AssetId,
    code: z.string().describe("For a bar code or QR code: an audit finds the asset by it"),
    picture: z.string().describe("The code as a QR code to be printed: SVG, one unit per module"),
    path: z.string().describe("For a QR code that opens the asset, behind the address of the portal"),
    lines: z.array(z.string()).describe("To be read by people"),
  }),
  refusals: ["not_found"],
  handle: async ({ params }, { assets }: AssetContext) => {
    const { id, tag, serial, name, modelName } = await assets.get(params.assetId);
    const lines = [tag ?? id, name, ...(name === modelName ? [] : [modelName]), ...(serial ? [serial] : [])];
    return { id, code: tag ?? id, picture: qrSvg(fits(tag) ?? id), path: `/assets/${id}`, lines };
  },
});
