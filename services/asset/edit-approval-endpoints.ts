import { endpoint } from "../../shared/http/endpoint.ts";
import { commandEndpoint } from "./command-endpoint.ts";
import { approveEdit, proposeEdit, rejectEdit } from "./decisions/propose-edit.ts";
import { AssetSettings, changeSettings, SettingsFields, settingsId } from "./settings.ts";
import type { AssetContext } from "./table.ts";

/** Edits that one proposes and another one approves, and the rule which have to be. */
export const editApprovalEndpoints = [
  commandEndpoint({
    id: "proposeAssetEdit",
    summary: "Say what its facts should be, for an asset manager to approve; null removes a field",
    verb: "propose-edit",
    permission: "asset:handle",
    command: proposeEdit,
    refusals: ["rule_violation"],
  }),
  commandEndpoint({
    id: "approveAssetEdit",
    summary: "Let the facts be as somebody else proposed",
    verb: "approve-edit",
    permission: "asset:manage",
    command: approveEdit,
    refusals: ["rule_violation", "already_exists", "forbidden"],
  }),
  commandEndpoint({
    id: "rejectAssetEdit",
    summary: "The facts stay as they are, and why",
    verb: "reject-edit",
    permission: "asset:manage",
    command: rejectEdit,
  }),
  endpoint({
    id: "getAssetSettings",
    summary: "The rules for assets: what nobody changes alone",
    route: "GET /asset-settings",
    permission: "asset:read_all",
    reply: AssetSettings,
    refusals: [],
    handle: (_request, { settingsRecord }: AssetContext) => settingsRecord.get(settingsId),
  }),
  endpoint({
    id: "changeAssetSettings",
    summary: "Set the rules for assets; what is not given is as usual again",
    route: "PUT /asset-settings",
    permission: "asset:administer",
    body: SettingsFields,
    reply: AssetSettings,
    needsVersion: true,
    refusals: [],
    handle: ({ body, ifMatch }, { settingsRecord }: AssetContext) =>
      settingsRecord.update(settingsId, ifMatch, () => changeSettings(body)),
  }),
];
