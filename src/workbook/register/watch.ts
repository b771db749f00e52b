import type { Result } from "../../sales/failure";
import { sheetWatches } from "../office/watches";
import { findRegister } from "./find";

const watches = sheetWatches(async (session) => (await findRegister(session)).sheet);

/** Calls back after cells of the register's sheet changed, here (`byHand`) or by a co-author; see `SheetWatches`. */
export const watchRegister = (onChange: (byHand: boolean) => void): Promise<Result<() => Promise<void>>> =>
  watches.watch(onChange);

/** To be called when the register's sheet was made anew. */
export const attachRegisterWatches = (): Promise<Result<void>> => watches.attach();
