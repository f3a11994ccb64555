import type { Assembly } from "../parts.ts";

type Headers = Readonly<Record<string, string>>;

const transportSecurity = (part?: {
  readonly AccessControlMaxAgeSec: number;
  readonly IncludeSubdomains?: boolean;
  readonly Preload?: boolean;
}): Headers =>
  part === undefined
    ? {}
    : {
        "strict-transport-security": `max-age=${part.AccessControlMaxAgeSec}${part.IncludeSubdomains ? "; includeSubDomains" : ""}${part.Preload ? "; preload" : ""}`,
      };

/** The headers that a response headers policy of the template adds; none without one. */
export const policyHeaders = (assembly: Assembly, id: string | undefined): Headers => {
  const policy = assembly.ofType("AWS::CloudFront::ResponseHeadersPolicy").find(({ ref }) => ref === id);
  const { SecurityHeadersConfig: security = {}, CustomHeadersConfig: custom = {} } =
    policy?.properties.ResponseHeadersPolicyConfig ?? {};
  const { ContentSecurityPolicy, ContentTypeOptions, FrameOptions, ReferrerPolicy } = security;
  const own = ((custom.Items ?? []) as readonly { Header: string; Value: string }[]).map(
    ({ Header, Value }): [string, string] => [Header.toLowerCase(), Value],
  );
  return {
    ...(ContentSecurityPolicy && { "content-security-policy": ContentSecurityPolicy.ContentSecurityPolicy }),
    ...(ContentTypeOptions && { "x-content-type-options": "nosniff" }),
    ...(FrameOptions && { "x-frame-options": FrameOptions.FrameOption }),
    ...(ReferrerPolicy && { "referrer-policy": ReferrerPolicy.ReferrerPolicy }),
    ...transportSecurity(security.StrictTransportSecurity),
    ...Object.fromEntries(own),
  };
};
