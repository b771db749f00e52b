import { failed, type Result, success } from "../sales/failure";
import { GRAIN_IDS } from "./definition";
import { isGrain, parseAxis } from "./dimensions";
import { unitLabel } from "./grain";
import { PERIOD_EXAMPLES, type PeriodContext, parsePeriod } from "./period";

/**
 * The period of a grain that a date lies in, as text: `2024-03`, `2024-T1`. Anything that lies within one such period
 * counts as a date of it. Fails with `dimension-unknown` for what is no grain, and with `period-syntax` for what is no
 * date, nothing, or longer than the grain.
 */
export function periodName(
  date: string | number | undefined,
  grain: string,
  context: PeriodContext,
): Result<string> {
  const axis = parseAxis(grain, GRAIN_IDS);
  if (!axis.ok) return axis;
  const unit = axis.value;
  if (!isGrain(unit)) return failed("dimension-unknown", { dimension: grain, possible: GRAIN_IDS });
  const range = parsePeriod(date, context);
  if (!range.ok) return range;
  const { from, to } = range.value;
  const label = from === undefined ? undefined : unitLabel(unit, from, context.fiscalFirstMonth);
  if (label === undefined || to === undefined || unitLabel(unit, to, context.fiscalFirstMonth) !== label)
    return failed("period-syntax", { period: String(date ?? ""), possible: PERIOD_EXAMPLES });
  return success(label);
}
