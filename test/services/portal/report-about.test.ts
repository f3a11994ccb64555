import { aboutIn, questionOf, saidAbout } from "../../../services/portal/src/pages/report/about.ts";

describe("a report that is being written", () => {
  it("asks for help with all that is known: words, service, category and items", () => {
    const about = aboutIn("?service=CI0000001&category=network&ci=vpn-1");
    expect(questionOf("VPN drops", " every hour ", about)).toEqual({
      title: "VPN drops",
      description: "every hour",
      serviceId: "CI0000001",
      category: "network",
      ciIds: ["vpn-1"],
    });
  });

  it("asks nothing before its title says something, and never for what is empty", () => {
    expect(questionOf(" VP ", "every hour", {})).toBeUndefined();
    expect(questionOf("VPN", " ", { serviceId: " ", category: "", ciIds: [] })).toEqual({ title: "VPN" });
    expect(saidAbout({})).toEqual({});
  });

  it("asks no more than the API takes", () => {
    const question = questionOf("x".repeat(300), "y".repeat(20_000), {});
    expect([question?.title?.length, question?.description?.length]).toEqual([200, 4000]);
  });
});
