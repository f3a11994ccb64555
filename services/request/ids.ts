import * as z from "zod";
import { ForeignId } from "../../shared/domain/texts.ts";

export const CategoryId = z.string().regex(/^CCA\d{7,12}$/, "A catalog category such as CCA0000001");
export const CatalogItemId = z.string().regex(/^CIT\d{7,12}$/, "A catalog item such as CIT0000001");
export const DraftId = z.string().regex(/^RQD\d{7,12}$/, "A draft such as RQD0000001");
export const RequestId = z.string().regex(/^REQ\d{7,12}$/, "A request number such as REQ0001234");
export const RequestItemId = z
  .string()
  .regex(/^RITM\d{7,12}$/, "A request item's number such as RITM0001234");
export const RequestTaskId = z
  .string()
  .regex(/^SCTASK\d{7,12}-[1-9]\d?$/, "A task's number such as SCTASK0001234-1");
export const StandingId = z
  .string()
  .regex(/^STE\d{7,12}(-[1-9]\d?)?$/, "A standing entitlement such as STE0001234, or STE0001234-2");
export const ScheduleId = z.string().regex(/^RSC\d{7,12}$/, "A schedule such as RSC0000001");
export const SurveyId = z.string().regex(/^CSA-[A-Z]{3}\d{7,12}$/, "A survey such as CSA-REQ0001234");
export const PersonId = ForeignId.describe("Subject of the person's token");
export const TeamId = ForeignId.describe("Id of a team");
export const ServiceId = ForeignId.describe("Id of a business service");

/** How a command on an item names one of its tasks: by its number, or by the part of it that is its own. */
export const TaskName = z
  .string()
  .regex(/^(SCTASK\d{7,12}-)?[1-9]\d?$/, "A task's number such as SCTASK0001234-1, or 1 within its item");

/** The number of an item's task: that of its item, and its own within it. */
export const taskNumber = (itemId: string, at: number): string =>
  `SCTASK${itemId.slice("RITM".length)}-${at}`;

/** What somebody holds by an item has the item's number; of several things, those after the first their own behind it. */
export const standingIdOf = (itemId: string, at = 0): string =>
  `STE${itemId.slice("RITM".length)}${at === 0 ? "" : `-${at + 1}`}`;

/** The item that a task's number belongs to. */
export const itemOfTask = (taskId: string): string =>
  `RITM${taskId.slice("SCTASK".length, taskId.indexOf("-"))}`;
