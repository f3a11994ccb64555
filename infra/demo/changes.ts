import { LibraryKey } from "../../services/change/template-library.ts";
import type { Ask } from "./ask.ts";

const hour = 3_600_000;
const inHours = (hours: number): string => new Date(Date.now() + hours * hour).toISOString();
const window = (from: number, hours: number) => ({
  plannedStart: inHours(from),
  plannedEnd: inHours(from + hours),
});
const plans = {
  implementation: "Exchange the line card, then move the lines over one by one.",
  test: "Packet loss below 0.1 % for half an hour.",
  backout: "Move the lines back to the old card, which stays in its slot.",
  communication: "The service desk and both sites know the window.",
};

const keepCalendar = async (ask: Ask): Promise<void> => {
  await ask("cem.change", "POST", "/api/change-freezes", {
    name: "Year-end closing",
    reason: "Finance closes the books: nothing that touches the ERP system changes.",
    recurrence: {
      rule: "FREQ=YEARLY;BYMONTH=12;BYMONTHDAY=28",
      start: "2026-12-28T00:00",
      timeZone: "Europe/Oslo",
      durationMinutes: 7200,
    },
    serviceIds: ["erp"],
  });
  await ask("cem.change", "POST", "/api/change-windows", {
    name: "Network nights",
    recurrence: {
      rule: "FREQ=WEEKLY;BYDAY=TU,TH",
      start: "2026-11-03T22:00",
      timeZone: "Europe/Oslo",
      durationMinutes: 360,
    },
    ciIds: ["dc-link-2", "vpn-gateway-1"],
  });
};

/** The board that meets every Tuesday, the model whose changes wait for it, and calendars to subscribe to. */
const seatBoard = async (ask: Ask): Promise<string> => {
  const { id: boardId } = await ask("cem.change", "POST", "/api/change-boards", {
    name: "Change advisory board",
    description: "Looks every week at what is risky, and back at what went wrong.",
    chairId: "cem.change",
    memberIds: ["cem.change", "pia.problem", "cal.config"],
    place: "Room Fjord, or the board's call",
    meetings: {
      rule: "FREQ=WEEKLY;BYDAY=TU",
      start: "2026-01-06T10:00",
      timeZone: "Europe/Oslo",
      durationMinutes: 60,
    },
  });
  const { id: modelId } = await ask("cem.change", "POST", "/api/change-models", {
    name: "Network change",
    type: "normal",
    requiredPlans: ["implementation", "test", "backout", "communication"],
    approval: {
      steps: [
        {
          name: "Advisory board",
          approvers: [{ kind: "board", id: boardId }],
          rule: { kind: "percentage", percent: 50 },
          remindHours: 24,
        },
      ],
    },
    review: "always",
  });
  await ask("cem.change", "POST", "/api/change-feeds", { name: "All changes" });
  await ask("nia.network", "POST", "/api/change-feeds", {
    name: "Changes of the network",
    teamId: "network",
  });
  await ask("pia.problem", "POST", "/api/approval-delegations", {
    toId: "ada.service",
    from: inHours(240),
    until: inHours(408),
    reason: "On leave",
  });
  return modelId;
};

/** Templates with a governed life, a freeze, nights for the network, and changes on their way. */
export const seedChanges = async (ask: Ask): Promise<void> => {
  const templateIds: string[] = [];
  for (const key of LibraryKey.options) {
    const { id } = await ask("nia.network", "POST", "/api/change-template-library", { key });
    await ask("nia.network", "POST", `/api/change-templates/${id}/propose`, {});
    await ask("cem.change", "POST", `/api/change-templates/${id}/approve`, {});
    templateIds.push(id);
  }
  const modelId = await seatBoard(ask);
  const post = (who: string, id: string, verb: string, body: unknown = {}) =>
    ask(who, "POST", `/api/changes/${id}/${verb}`, body);
  const line = await ask("nia.network", "POST", "/api/changes", {
    title: "Exchange the line card of the secondary data centre link",
    justification: "Two percent of packets are lost since Monday.",
    ciIds: ["dc-link-2"],
    teamId: "network",
    impact: 2,
    modelId,
    plans,
    ...window(72, 3),
  });
  await post("nia.network", line.id, "submit");
  await post("nia.network", line.id, "assess", { answers: { tested_before: "yes", downtime: "no" } });
  const certificate = await ask("nia.network", "POST", "/api/changes", {
    templateId: templateIds[5],
    ciIds: ["vpn-gateway-1", "dc-link-2"],
    serviceId: "vpn",
    teamId: "network",
    ...window(73, 2),
  });
  await post("nia.network", certificate.id, "submit");
  const emergency = await ask("ada.service", "POST", "/api/changes", {
    title: "Block a mail sender that spreads a trojan",
    type: "emergency",
    justification: "Four people have opened the attachment within an hour.",
    serviceId: "mail",
    plans: { backout: "Remove the rule" },
    ...window(-0.5, 4),
  });
  await post("ada.service", emergency.id, "submit");
  await post("cem.change", emergency.id, "approve", { comment: "At once." });
  // Last: in the days of the closing it would hold up what nobody has told the impact of yet.
  await keepCalendar(ask);
};
