import { Refusal } from "../../../shared/domain/refusal.ts";
import { endpoint } from "../../../shared/http/endpoint.ts";
import { teamRefusal } from "../refuse-team.ts";
import { changeSettings, Settings, SettingsFields, settingsId } from "../settings.ts";
import type { IncidentContext } from "../table.ts";

export const changeIncidentSettings = endpoint({
  id: "changeIncidentSettings",
  summary: "Set the desk's rules; open incidents keep the priority they have until they are edited",
  route: "PUT /incident-settings",
  permission: "incident:administer",
  body: SettingsFields,
  reply: Settings,
  needsVersion: true,
  refusals: [],
  handle: async ({ body, ifMatch, actor }, context: IncidentContext) => {
    const { settings, settingsRecord } = context;
    const { restrictedTeamId: teamId } = body;
    // What stays as it was may be older than the teams.
    const isNew = teamId !== (await settings()).restrictedTeamId;
    const refused = isNew && (await teamRefusal({ teamId }, { path: "body", actor }, context));
    if (refused) {
      const violation = { path: "body.restrictedTeamId", message: "No such active team" };
      throw new Refusal("invalid_input", undefined, [violation]);
    }
    return settingsRecord.update(settingsId, ifMatch, () => changeSettings(body));
  },
});
