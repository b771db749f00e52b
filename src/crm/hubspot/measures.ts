import type { Measures } from "../kit";
import type { HubSpotClient } from "./client";
import type { Content } from "./contents";
import { Objects, PAGE } from "./objects";

/** HubSpot counts what its search knows; a list gives a hundred records at a time, and is counted at its end. */
export const measuresOf = (client: HubSpotClient): Measures<Content> => ({
  calls: (records) => Math.max(1, Math.ceil(records / PAGE)) + COUNTS,
  roughCount: async ({ table, part }, signal) =>
    table === "order_lines" ? new Objects(client, signal).count(part.object) : 0,
  callsLeft: async () => client.callsLeft,
});

/** Once for the progress that is shown, once at the end. */
const COUNTS = 2;
