import { monthsOf } from "../../../services/portal/src/pages/problems/months.ts";
import { settingsBody, typedSettings } from "../../../services/portal/src/pages/problems/settings-form.ts";
import { defaultSettings, SettingsFields } from "../../../services/problem/settings.ts";

describe("the rules for problems", () => {
  it("are saved as they were read, and as the API takes them", () => {
    const {
      id: _id,
      version: _version,
      createdAt: _created,
      updatedAt: _updated,
      ...fields
    } = defaultSettings;
    expect(SettingsFields.parse(settingsBody(typedSettings(defaultSettings)))).toEqual(fields);
  });

  it("tell the usual rule for a kind of likeness from one's own and from none", () => {
    const rules = { service: null, text: { similarIncidents: 4, windowDays: 3 } };
    const typed = typedSettings({ ...defaultSettings, rules });
    expect([typed.service.mode, typed.category.mode, typed.text.mode]).toEqual(["none", "usual", "own"]);
    expect(settingsBody(typed).rules).toEqual(rules);
    expect(
      settingsBody({ ...typed, service: { mode: "usual" }, text: { mode: "usual" } }).rules,
    ).toBeUndefined();
  });

  it("send no numbers of a rule that was put aside", () => {
    const typed = typedSettings(defaultSettings);
    const put = { mode: "none", similarIncidents: 4, windowDays: 3 } as const;
    expect(settingsBody({ ...typed, text: put }).rules).toEqual({ text: null });
  });
});

describe("the cost of a problem by month", () => {
  const month = (from: string, incidents: number) => ({
    from,
    incidents,
    open: 0,
    minutesLost: 60,
    people: 1,
    breaches: 0,
  });

  it("shows months in which nothing happened, across years", () => {
    const trend = [month("2025-11-01", 2), month("2026-02-01", 1)];
    expect(monthsOf(trend).map(({ from, incidents }) => [from, incidents])).toEqual([
      ["2025-11-01", 2],
      ["2025-12-01", 0],
      ["2026-01-01", 0],
      ["2026-02-01", 1],
    ]);
  });

  it("is empty while there is none", () => {
    expect(monthsOf([])).toEqual([]);
  });
});
