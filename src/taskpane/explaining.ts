import type { ExplainerOptions } from "./explainer";
import { explaining } from "./lazy";
import type { CellExplainer } from "./services";

/** Explains the numbers of Excel's cells; everything it takes is loaded with the first question. */
export const createExplainer = (options: ExplainerOptions): CellExplainer => ({
  explain: async () => {
    const part = await explaining();
    return part.ok ? part.value.explain(options) : part;
  },
  writeDetail: async (explanation) => {
    const part = await explaining();
    return part.ok ? part.value.writeDetail(explanation, options) : part;
  },
});
