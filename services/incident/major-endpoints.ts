import { acceptMajor } from "./endpoints/accept-major.ts";
import { addReviewAction } from "./endpoints/add-review-action.ts";
import { changeMajorSettings } from "./endpoints/change-major-settings.ts";
import { changeReviewAction } from "./endpoints/change-review-action.ts";
import { demoteMajor } from "./endpoints/demote-major.ts";
import { getMajorSettings } from "./endpoints/get-major-settings.ts";
import { mitigateMajor } from "./endpoints/mitigate-major.ts";
import { noteOnTimeline } from "./endpoints/note-on-timeline.ts";
import { planMajor } from "./endpoints/plan-major.ts";
import { proposeMajor } from "./endpoints/propose-major.ts";
import { readTimeline } from "./endpoints/read-timeline.ts";
import { rejectMajor } from "./endpoints/reject-major.ts";
import { reviewMajor } from "./endpoints/review-major.ts";
import { updateStakeholders } from "./endpoints/update-stakeholders.ts";

/** Major incidents: decisions, communication, timeline and review. */
export const majorEndpoints = [
  acceptMajor,
  addReviewAction,
  changeMajorSettings,
  changeReviewAction,
  demoteMajor,
  getMajorSettings,
  mitigateMajor,
  noteOnTimeline,
  planMajor,
  proposeMajor,
  readTimeline,
  rejectMajor,
  reviewMajor,
  updateStakeholders,
];
