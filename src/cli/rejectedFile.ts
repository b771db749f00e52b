import Papa from "papaparse";
import { formatsOf, setAsideReason, textsOf } from "../i18n";
import { TABLES } from "../sales/schema";
import type { RejectedRow } from "../sales/stream";
import type { Language } from "../sales/text";
import { replaceFile, writing } from "./outputFile";

const HEADINGS = { fr: ["Table", "Place", "Raison"], en: ["Table", "Place", "Reason"] };

/** Every row set aside, as a CSV file: its table, where a person finds it, and why. */
export class RejectedFile {
  private readonly rows: string[][] = [];

  constructor(
    private readonly file: string,
    private readonly language: Language,
  ) {}

  add(row: RejectedRow): void {
    const { language } = this;
    this.rows.push([TABLES[row.table].caption[language], row.origin, setAsideReason(row, language)]);
  }

  /** Writes the file; answers the sentence that says so. Throws OutputError. */
  async write(): Promise<string> {
    const { file, language, rows } = this;
    // A name from the source that begins like a formula must not become one in a spreadsheet.
    const text = Papa.unparse([HEADINGS[language], ...rows], { delimiter: ";", escapeFormulae: true });
    await writing(file, language, () => replaceFile(file, new TextEncoder().encode(`\uFEFF${text}\n`)));
    return textsOf("cli", language)("rejectedWritten", {
      file,
      rows: formatsOf(language).count(rows.length),
    });
  }
}
