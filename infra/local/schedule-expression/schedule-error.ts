/** Why AWS would refuse a schedule expression. */
export class ScheduleError extends Error {
  override readonly name = "ScheduleError";
}
