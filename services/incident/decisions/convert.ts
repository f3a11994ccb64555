import * as z from "zod";
import { Refusal } from "../../../shared/domain/refusal.ts";
import { ConversionTarget } from "../conversion.ts";
import { IncidentConverted } from "../events-convert.ts";
import { command, happened } from "./command.ts";

/** It becomes another record as well, tied to it both ways; what it is an incident for stays to be done. */
export const convert = command({
  body: z.strictObject({ to: ConversionTarget }),
  decide: (incident, { to }) => {
    if (incident.state === "cancelled")
      throw new Refusal("illegal_transition", "A cancelled incident becomes nothing else");
    if (incident.restricted)
      throw new Refusal("rule_violation", "Restricted: its texts do not leave it, so open the other by hand");
    const { conversions = [], title, description } = incident;
    if (conversions.includes(to)) throw new Refusal("rule_violation", `It became a ${to} already`);
    const texts = { title, ...(description === undefined ? {} : { description }) };
    return [happened(IncidentConverted, incident, { conversions: [...conversions, to] }, { to, ...texts })];
  },
});
