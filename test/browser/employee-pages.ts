import { knownError, newestOrder, orderForm, vpnTrouble } from "./page-paths.ts";
import type { TriedPage } from "./tried-page.ts";

/** Pages that everybody has. */
export const employeePages: readonly TriedPage[] = [
  { name: "home", path: "/", person: "emma.field", shows: /what do you need/i, onPhone: true },
  {
    name: "own-incident",
    path: vpnTrouble,
    person: "emma.field",
    shows: "What happened",
    onPhone: true,
  },
  { name: "report", path: "/report?title=VPN+error", person: "emma.field", shows: "Send", onPhone: true },
  {
    name: "my-tickets",
    path: "/my/tickets",
    person: "emma.field",
    shows: "Cannot connect to VPN",
    onPhone: true,
  },
  { name: "my-assets", path: "/my/assets", person: "emma.field", shows: "Accept", onPhone: true },
  {
    name: "my-approvals",
    path: "/my/approvals",
    person: "emma.field",
    shows: "Nothing waits",
    onPhone: true,
  },
  { name: "order-form", path: orderForm("Laptop"), person: "emma.field", shows: "Your order", onPhone: true },
  { name: "order", path: newestOrder, person: "emma.field", shows: "What happened", onPhone: true },
  { name: "catalog", path: "/catalog", person: "emma.field", shows: /Order something/, onPhone: true },
  {
    name: "my-holdings",
    path: "/my/holdings",
    person: "emma.field",
    shows: /You hold nothing|Held/,
    onPhone: true,
  },
  { name: "my-orders", path: "/my/orders", person: "emma.field", shows: /My orders/, onPhone: true },
  {
    name: "read-article",
    path: "/read/KB0000003",
    person: "emma.field",
    shows: "Did this help?",
    onPhone: true,
  },
  { name: "known-error", path: knownError, person: "emma.field", shows: "What you see", onPhone: true },
  {
    name: "not-found",
    path: "/nothing/here",
    person: "emma.field",
    shows: "There is no such page",
    onPhone: true,
  },
  // Put to a role, since nobody manages who ordered it.
  {
    name: "my-approvals-to-give",
    path: "/my/approvals",
    person: "cem.change",
    shows: "Leave it to the others",
  },
  { name: "cart", path: "/my/cart", person: "emma.field", shows: "Edit", onPhone: true },
  {
    name: "delegations",
    path: "/my/delegations",
    person: "pia.problem",
    shows: "Who stands in for me",
    onPhone: true,
  },
];
