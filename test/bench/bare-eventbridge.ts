import { EventBridgeClient, PutEventsCommand } from "@aws-sdk/client-eventbridge";

/** Nothing but the SDK that the publisher uses. */
export const sdk = [new EventBridgeClient({ region: "us-east-1" }), PutEventsCommand];
