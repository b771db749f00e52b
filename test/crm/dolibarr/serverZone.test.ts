import { plainDay, serverZone, wallClock } from "../../../src/crm/dolibarr/serverZone";
import { at } from "./company";

describe("a Dolibarr server's time zone", () => {
  test.each([
    ["Europe/Paris", ["2024-01-14T23:00:00Z", "2024-07-14T22:00:00Z"]],
    ["UTC", ["2024-01-15T00:00:00Z", "2024-07-15T00:00:00Z"]],
    ["Europe/London", ["2024-01-15T00:00:00Z", "2024-07-14T23:00:00Z"]],
    ["America/New_York", ["2024-01-15T05:00:00Z", "2024-07-15T04:00:00Z"]],
  ])("%s is told by days of winter and of summer", (zone, midnights) => {
    const told = serverZone(midnights.map(at), "Asia/Tokyo");
    expect(told.told).toBe(true);
    for (const midnight of midnights)
      expect(wallClock(told.timeZone, at(midnight))).toBe(wallClock(zone, at(midnight)));
  });

  test("without dates, or with dates of no zone, it is a guess", () => {
    expect(serverZone([], "Asia/Tokyo")).toEqual({ timeZone: "Asia/Tokyo", told: false });
    expect(serverZone([at("2024-01-15T00:00:07Z")], "UTC")).toEqual({ timeZone: "UTC", told: false });
  });

  test.each(["2024-01-14T23:00:00Z", "2024-01-15T00:00:00Z", "2024-01-15T05:00:00Z", "2024-01-14T12:00:00Z"])(
    "a date without time is its day wherever the server is: %s",
    (midnight) => expect(plainDay(at(midnight))).toBe("2024-01-15"),
  );
});
