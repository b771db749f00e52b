import type { Fetch } from "../http";

/** The CRM's own clock, as its answers tell it (HTTP `Date`); before the first answer, this machine's. */
export class CrmClock {
  private ahead = 0;
  /** True once any answer has told the time. */
  isTold = false;

  /** The same fetch; each answer sets the clock. */
  readonly heard =
    (fetch: Fetch): Fetch =>
    async (request) => {
      const response = await fetch(request);
      const told = Date.parse(response.headers.get("date") ?? "");
      if (Number.isFinite(told)) {
        this.ahead = told - Date.now();
        this.isTold = true;
      }
      return response;
    };

  now(): Date {
    return new Date(Date.now() + this.ahead);
  }
}
