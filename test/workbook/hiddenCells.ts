interface HiddenTable {
  /** `A1:F12`, headings included. */
  readonly address: string;
  /** What the sheet uses, by values alone. */
  readonly used: string;
  readonly values: readonly (readonly unknown[])[];
  readonly formats: readonly (readonly unknown[])[];
}

/** Every hidden table with its cells and formats, whichever of its two sheets it stands in. */
export const hiddenCells = (): Promise<Readonly<Record<string, HiddenTable>>> =>
  Excel.run(async (context) => {
    const { tables } = context.workbook;
    tables.load("items/name");
    await context.sync();
    const found = tables.items
      .filter(({ name }) => name.startsWith("vigie_"))
      .map((table) => ({
        name: table.name.replace(/^vigie_[ab]_/, ""),
        range: table.getRange().load("address,values,numberFormat"),
        used: table.worksheet.getUsedRange(true).load("address"),
      }));
    await context.sync();
    const local = (address: string) => address.slice(address.lastIndexOf("!") + 1);
    return Object.fromEntries(
      found.map(({ name, range, used }) => [
        name,
        {
          address: local(range.address),
          used: local(used.address),
          values: range.values,
          formats: range.numberFormat,
        },
      ]),
    );
  });
