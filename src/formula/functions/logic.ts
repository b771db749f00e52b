import { type Cell, Fault, fault, isFault, type Matrix, single } from "../cells";
import { truthOf } from "../coerce";
import { errorCode } from "../errorCode";
import { MANY, ofBlocks, perCell, type SheetFunctions } from "./declaration";

/** The conditions in blocks; blanks and texts among others say nothing, a text alone is refused. */
function conditions(blocks: readonly Matrix[]): readonly boolean[] | Fault {
  const found = blocks
    .flatMap((block) => {
      const cells = block.flat();
      return cells.length > 1 ? cells.filter((cell) => typeof cell !== "string") : cells;
    })
    .filter((cell) => cell !== null)
    .map(truthOf);
  const broken = found.find(isFault);
  if (broken) return broken;
  return found.length > 0 ? (found as boolean[]) : fault("argument-invalid");
}

const ofConditions = (judge: (conditions: readonly boolean[]) => boolean) =>
  ofBlocks(1, MANY, (...blocks) => {
    const found = conditions(blocks);
    return single(found instanceof Fault ? found : judge(found));
  });

const test = (holds: (cell: Cell) => boolean) => perCell(1, 1, holds);

const isNotAvailable = (cell: Cell): boolean => isFault(cell) && errorCode(cell.failure) === "#N/A";

export const LOGIC: SheetFunctions = {
  AND: ofConditions((found) => found.every(Boolean)),
  OR: ofConditions((found) => found.some(Boolean)),
  NOT: perCell(1, 1, (cell) => {
    const holds = truthOf(cell);
    return isFault(holds) ? holds : !holds;
  }),
  ISNUMBER: test((cell) => typeof cell === "number"),
  ISTEXT: test((cell) => typeof cell === "string"),
  ISBLANK: test((cell) => cell === null),
  ISERROR: test(isFault),
  ISNA: test(isNotAvailable),
};
