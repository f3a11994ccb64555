import type { ComponentType } from "react";
import { lazily } from "../lazily.tsx";
import type { AnyTasksProps } from "./task-list.tsx";

/** The work a record is made of; its code is loaded after the page's own. */
export const TasksCard = lazily<AnyTasksProps>(
  async () => (await import("./tasks-card.tsx")).TasksCard as ComponentType<AnyTasksProps>,
);
