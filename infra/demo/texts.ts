/** Incidents that a small company keeps having. */
export const templates = [
  {
    name: "Forgotten password",
    help: "For accounts of people who can prove who they are.",
    audience: "employee",
    fields: { title: "Password forgotten", category: "access", serviceId: "identity", urgency: 2 },
  },
  {
    name: "Printer",
    audience: "employee",
    fields: { title: "Printer does not print", category: "hardware", subcategory: "printer" },
  },
  {
    name: "VPN for a whole office",
    help: "When several people of one office report the same.",
    audience: "agent",
    fields: {
      title: "VPN unreachable for an office",
      category: "network",
      serviceId: "vpn",
      ciIds: ["vpn-gateway-1"],
      impact: 1,
      urgency: 1,
      teamId: "network",
    },
  },
];

/** What agents write again and again. */
export const replies = [
  {
    name: "Need more details",
    text: "Hello {{caller}}, about {{incident.id}}: which device is it, and since when? {{agent}}",
  },
  {
    name: "Please try again",
    text: "Hello {{caller}}, {{incident.title}} should be solved. Please try again and tell us. {{agent}}",
  },
];
