import { unansweredTargets } from "../../src/live/unansweredTargets";
import { failure } from "../../src/sales/failure";

test("a target that answers nothing is a row of the sheet, as it is called now", () => {
  const cause = failure("member-unknown", { dimension: "commercial", member: "Parti" });
  const told = unansweredTargets({ rows: [5, 8], sheetName: "Mes buts" }, [{ index: 1, failure: cause }]);
  expect(told).toMatchObject([{ address: "Mes buts!A8", failure: { params: { row: 8 } }, cause }]);
});
