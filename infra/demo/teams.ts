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
  {
    id: "platform",
    name: "Platform",
    description: "Servers, databases and what runs on them.",
    leadId: "omar.platform",
    members: [{ personId: "omar.platform" }, { personId: "dana.data" }],
    location: "Oslo",
  },
  {
    id: "webshop",
    name: "Web shop",
    description: "Builds and runs the online shop.",
    leadId: "theo.shop",
    members: [{ personId: "theo.shop" }],
    location: "Bergen",
  },
  {
    id: "workplace",
    name: "Workplace",
    description: "Laptops, printers, meeting rooms.",
    leadId: "lena.workplace",
    members: [{ personId: "lena.workplace" }],
    location: "Oslo",
  },
] as const;
