import Link from "@cloudscape-design/components/link";
import SpaceBetween from "@cloudscape-design/components/space-between";
import type { Asked, Route } from "../../api/request.ts";
import { useRead } from "../../api/use-read.ts";
import { parameterOf } from "../../parts/record/action.ts";
import { StateBadge } from "../../parts/state-badge.tsx";
import { follow } from "../../shell/follow.ts";
import { addressOfLeft, type LeftRow } from "./left.ts";

/** Reads something that is left, to be called by its name. Whoever sees to departures may read these, and not every draft of an article. */
export const readers: Readonly<Record<string, Route>> = {
  "asset reservation": "GET /assets/{assetId}",
  "change change": "GET /changes/{changeId}",
  "change approval": "GET /changes/{changeId}",
  "change change-board": "GET /change-boards/{changeBoardId}",
  "change change-freeze": "GET /change-freezes/{changeFreezeId}",
  "change change-model": "GET /change-models/{changeModelId}",
  "change change-template": "GET /change-templates/{changeTemplateId}",
  "configuration ci": "GET /cis/{ciId}",
  "incident incident": "GET /incidents/{incidentId}",
  "organization team": "GET /teams/{teamId}",
  "problem problem": "GET /problems/{problemId}",
  "request approval": "GET /request-items/{requestItemId}",
  "request catalog-item": "GET /catalog-items/{catalogItemId}",
  "request request-item": "GET /request-items/{requestItemId}",
  "request request-schedule": "GET /request-schedules/{requestScheduleId}",
  "request standing-entitlement": "GET /standing-entitlements/{standingEntitlementId}",
};

type Called = {
  readonly title?: string;
  readonly name?: string;
  readonly itemName?: string;
  readonly state?: string;
  readonly requestId?: string;
};

type Props = LeftRow & { readonly route: Route };

/** The page it is on: its own, or that of the order it belongs to. */
const pageOf = ({ holder, kind, id }: LeftRow, { requestId }: Called): string | undefined =>
  addressOfLeft(holder, kind, id) ?? (requestId === undefined ? undefined : `/requests/${requestId}`);

/** One record with its name and state; while it cannot be read, its number. */
export const LeftRecord = ({ route, ...row }: Props) => {
  const asked = { params: { [parameterOf(route)]: row.id } } as unknown as Asked<Route>;
  const called: Called = (useRead(route, asked, { everyMs: 0 }).value ?? {}) as Called;
  const text = called.title ?? called.name ?? called.itemName;
  const shown = text === undefined ? row.id : `${text} (${row.id})`;
  const href = pageOf(row, called);
  return (
    <SpaceBetween direction="horizontal" size="s" alignItems="center">
      {href === undefined ? (
        <span>{shown}</span>
      ) : (
        <Link href={href} onFollow={follow}>
          {shown}
        </Link>
      )}
      {called.state !== undefined && <StateBadge state={called.state} />}
    </SpaceBetween>
  );
};
