import type { Action } from "../../parts/record/action.ts";
import { choicesOf } from "../incidents/incident-actions.ts";
import { myAssetsTexts as texts } from "./texts.ts";

/** That a device is lost or stolen, as its holder says it. */
export const reportMissing: Action<unknown> = {
  action: "reportMissing",
  text: texts.missing,
  route: "POST /assets/{assetId}/report-missing",
  fields: [
    {
      name: "substate",
      label: texts.what,
      kind: "choice",
      isRequired: true,
      choices: choicesOf({ lost: texts.lost, stolen: texts.stolen }),
    },
    { name: "report", label: texts.report, kind: "text" },
  ],
};
