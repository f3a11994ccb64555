import { defineService } from "../../shared/service.ts";
import { monitoringGrants } from "./access.ts";
import { alertLifecycle } from "./alert.ts";
import { cancelMaintenanceWindow } from "./endpoints/cancel-maintenance-window.ts";
import { changeMonitoringSettings } from "./endpoints/change-monitoring-settings.ts";
import { getAlert } from "./endpoints/get-alert.ts";
import { getMaintenanceWindow } from "./endpoints/get-maintenance-window.ts";
import { getMonitoringSettings } from "./endpoints/get-monitoring-settings.ts";
import { getStorm } from "./endpoints/get-storm.ts";
import { getUnreadableReport } from "./endpoints/get-unreadable-report.ts";
import { listAlertHistory } from "./endpoints/list-alert-history.ts";
import { listAlerts } from "./endpoints/list-alerts.ts";
import { listMaintenanceWindows } from "./endpoints/list-maintenance-windows.ts";
import { listStorms } from "./endpoints/list-storms.ts";
import { listUnreadableReports } from "./endpoints/list-unreadable-reports.ts";
import { planMaintenanceWindow } from "./endpoints/plan-maintenance-window.ts";
import { reportAlert } from "./endpoints/report-alert.ts";
import { reportAlertmanagerAlerts } from "./endpoints/report-alertmanager-alerts.ts";
import { monitoringEvents } from "./events.ts";
import { windowLifecycle } from "./maintenance-window.ts";
import { endMaintenanceWindows } from "./schedules/end-maintenance-windows.ts";
import { endStorms } from "./schedules/end-storms.ts";
import { settleAlerts } from "./schedules/settle-alerts.ts";
import { stormLifecycle } from "./storm.ts";
import { changeMoved } from "./subscriptions/change-moved.ts";
import { ciChanged } from "./subscriptions/ci-changed.ts";
import { cloudWatchAlarmChanged } from "./subscriptions/cloudwatch-alarm-changed.ts";
import { healthEventCame } from "./subscriptions/health-event-came.ts";
import { incidentEnded } from "./subscriptions/incident-ended.ts";
import { incidentOpened } from "./subscriptions/incident-opened.ts";
import { maintenanceWindowCancelled } from "./subscriptions/maintenance-window-cancelled.ts";
import { stormDetected } from "./subscriptions/storm-detected.ts";
import { type MonitoringContext, monitoringTable } from "./table.ts";

export const monitoringService = defineService<MonitoringContext>({
  name: "monitoring",
  title: "Monitoring and event management",
  summary: "Makes of what monitoring tools report what somebody should look at, and no more.",
  table: monitoringTable,
  grants: monitoringGrants,
  lifecycles: { window: windowLifecycle, alert: alertLifecycle, storm: stormLifecycle },
  events: monitoringEvents,
  endpoints: [
    reportAlert,
    reportAlertmanagerAlerts,
    listAlerts,
    getAlert,
    listAlertHistory,
    listStorms,
    getStorm,
    planMaintenanceWindow,
    listMaintenanceWindows,
    getMaintenanceWindow,
    cancelMaintenanceWindow,
    listUnreadableReports,
    getUnreadableReport,
    getMonitoringSettings,
    changeMonitoringSettings,
  ],
  subscriptions: [
    ...changeMoved,
    ...ciChanged,
    incidentOpened,
    ...incidentEnded,
    stormDetected,
    maintenanceWindowCancelled,
  ],
  foreign: [cloudWatchAlarmChanged, healthEventCame],
  schedules: [settleAlerts, endStorms, endMaintenanceWindows],
});
