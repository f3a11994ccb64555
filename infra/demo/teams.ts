/** The demo company's teams; their ids are those in the groups of `people.json`. */
export const teams = [
  {
    id: "service-desk",
    name: "Service desk",
    description: "First to answer, whatever it is.",
    leadId: "ada.service",
    members: [{ personId: "ada.service" }, { personId: "ben.service" }, { personId: "pia.problem" }],
    location: "Oslo",
  },
  {
    id: "network",
    name: "Network",
    description: "Lines, gateways, VPN and Wi-Fi.",
    leadId: "nia.network",
    members: [{ personId: "nia.network" }],
    location: "Oslo",
  },
] as const;
