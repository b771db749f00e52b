import type { Result } from "../sales/failure";
import type { RememberedMapping } from "./rememberedMapping";
import type { LoadWriting } from "./writing";

/** A person's answers about files, in the workbook. */
export interface MappingMemory {
  /** The newest first. */
  read(): Promise<Result<readonly RememberedMapping[]>>;
  keep(added: readonly RememberedMapping[]): Promise<Result<unknown>>;
}

/** The mappings as the workbook keeps them, beside its data. Fails as the workbook does. */
export const createMappingMemory = (writing: LoadWriting): MappingMemory => ({
  read: async () => {
    const writer = await writing();
    return writer.ok ? writer.value.readMappings() : writer;
  },
  keep: async (added) => {
    const writer = await writing();
    return writer.ok ? writer.value.keepMappings(added) : writer;
  },
});
