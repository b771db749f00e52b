import type { Fetch } from "../http";

/** The time of a server, as it dates its own answers. */
export class ServerClock {
  /** When the last answer was given; undefined as long as none was dated. */
  latest: Date | undefined;

  /** The same network, its dates looked at. */
  watching(fetch: Fetch): Fetch {
    return async (request) => {
      const answer = await fetch(request);
      const told = Date.parse(answer.headers.get("date") ?? "");
      if (!Number.isNaN(told)) this.latest = new Date(told);
      return answer;
    };
  }
}
