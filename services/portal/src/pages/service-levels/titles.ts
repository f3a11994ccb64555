import { defineTexts } from "../../texts/define-texts.ts";

/** What the pages about what is promised and when are called. Apart from what they say, since the navigation of every visit needs these. */
export const levelTitles = defineTexts({
  en: {
    agreements: "Service level agreements",
    agreement: "Agreement",
    newAgreement: "New agreement",
    calendars: "Business calendars",
    calendar: "Calendar",
    newCalendar: "New calendar",
    holidayLists: "Holiday lists",
    holidayList: "Holiday list",
    newHolidayList: "New holiday list",
  },
});
