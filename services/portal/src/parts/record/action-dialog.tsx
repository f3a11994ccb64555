import { lazily } from "../lazily.tsx";
import type { ActionFormProps } from "./action-form.tsx";

/** Asks for what an action needs; its code is loaded when the first action asks for something. */
export const ActionDialog = lazily<ActionFormProps>(
  async () => (await import("./action-form.tsx")).ActionForm,
);
