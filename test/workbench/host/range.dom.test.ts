import { eachTestOpens, onSheet, refusal } from "./open";

const opened = eachTestOpens();

const read = (address: string) =>
  onSheet(async (sheet, context) => {
    const range = sheet.getRange(address).load("values,formulas,text,valueTypes,numberFormat,address");
    await context.sync();
    return range;
  });

describe("values", () => {
  test("come back as written, with types", async () => {
    await onSheet((sheet) => {
      sheet.getRange("B2:C3").values = [
        ["Nord", 12.5],
        [true, ""],
      ];
    });
    const range = await read("B2:C3");
    expect(range.values).toEqual([
      ["Nord", 12.5],
      [true, ""],
    ]);
    expect(range.valueTypes).toEqual([
      ["String", "Double"],
      ["Boolean", "Empty"],
    ]);
    expect(range.address).toBe("Feuil1!B2:C3");
  });

  test("null leaves a cell, empty text clears it, a scalar fills the range", async () => {
    await onSheet((sheet) => {
      sheet.getRange("A1:C1").values = "x" as unknown as string[][];
    });
    await onSheet((sheet) => {
      sheet.getRange("A1:C1").values = [[null, "", "y"]];
    });
    expect((await read("A1:C1")).values).toEqual([["x", "", "y"]]);
  });

  test("more than 1,500 cells travel in parts and arrive whole", async () => {
    const rows = Array.from({ length: 2000 }, (_row, r) =>
      Array.from({ length: 7 }, (_cell, c) => r * 7 + c),
    );
    await onSheet((sheet) => {
      sheet.getRange("B3").getResizedRange(1999, 6).values = rows;
    });
    expect((await read("B3:H2002")).values).toEqual(rows);
  });

  test("text that looks like a formula, a number or a date becomes one; an apostrophe or the text format keeps it", async () => {
    await onSheet((sheet) => {
      sheet.getRange("A2:E2").numberFormat = [["@", "@", "@", "@", "@"]];
      const texts = ["=1", "-5", "007", "2024-03-15", "TRUE"];
      sheet.getRange("A1:E1").values = [texts];
      sheet.getRange("A2:E2").values = [texts];
      sheet.getRange("A3:E3").values = [texts.map((text) => `'${text}`)];
    });
    expect((await read("A1:E1")).values).toEqual([[1, -5, 7, 45366, true]]);
    expect((await read("A1")).formulas).toEqual([["=1"]]);
    expect((await read("A2:E2")).values).toEqual([["=1", "-5", "007", "2024-03-15", "TRUE"]]);
    expect((await read("A3:E3")).values).toEqual([["=1", "-5", "007", "2024-03-15", "TRUE"]]);
  });

  test("text that begins with +, - or @ is taken for a formula", async () => {
    await onSheet((sheet) => {
      sheet.getRange("B1").values = [[3]];
      sheet.getRange("A1").values = [["+B1"]];
    });
    const range = await read("A1");
    expect(range.formulas).toEqual([["=+B1"]]);
  });

  test("texts show in the document's language", async () => {
    await onSheet((sheet) => {
      const range = sheet.getRange("A1:C1");
      range.values = [[1234.5, 0.256, 45366]];
      range.numberFormat = [["#,##0.00", "0.0 %", "dd/mm/yyyy"]];
    });
    const [[amount, rate, date]] = (await read("A1:C1")).text as [string[]];
    expect(amount?.replace(/\s/g, " ")).toBe("1 234,50");
    expect(rate).toBe("25,6 %");
    expect(date).toBe("15/03/2024");
  });
});

describe("refusals", () => {
  test.each<[string, (sheet: Excel.Worksheet) => unknown, string]>([
    ["an array of another size", (sheet) => (sheet.getRange("A1:B2").values = [[1, 2]]), "InvalidArgument"],
    ["a bad address", (sheet) => sheet.getRange("A0:B2").load("values"), "InvalidArgument"],
    ["a row beyond the sheet", (sheet) => sheet.getRange("A1048577").load("values"), "InvalidArgument"],
    ["a column beyond the sheet", (sheet) => sheet.getRange("XFE1").load("values"), "InvalidArgument"],
    [
      "an offset that leaves the sheet",
      (sheet) => sheet.getRange("A1").getOffsetRange(-1, 0).load("values"),
      "InvalidArgument",
    ],
    [
      "a formula that does not parse",
      (sheet) => (sheet.getRange("A1").formulas = [["=SUM("]]),
      "InvalidArgument",
    ],
    ["a sheet that is not there", (sheet) => sheet.getRange("Ailleurs!A1").load("values"), "ItemNotFound"],
    [
      "an empty intersection",
      (sheet) => sheet.getRange("A1").getIntersection("C3").load("values"),
      "ItemNotFound",
    ],
    [
      "a read of more than five million cells",
      (sheet) => sheet.getRange("A:E").load("values"),
      "RangeExceedsLimit",
    ],
    [
      "a text of more than 32,767 characters",
      (sheet) => (sheet.getRange("A1").values = [["x".repeat(32_768)]]),
      "InvalidArgument",
    ],
    [
      "a method this host does not have",
      (sheet) => sheet.getRange("A1").removeDuplicates([0], true),
      "NotImplemented",
    ],
  ])("%s", async (_what, work, code) => {
    expect(await refusal(work)).toBe(code);
  });

  test("what came before the refusal in the same request stays done", async () => {
    await refusal((sheet) => {
      sheet.getRange("A1").values = [["kept"]];
      sheet.getRange("A1:B2").values = [[1, 2]];
    });
    expect((await read("A1")).values).toEqual([["kept"]]);
  });

  test("a request of more than 5 MB is not run", async () => {
    const wide = Array.from({ length: 200 }, () => ["x".repeat(30_000)]);
    const work = (sheet: Excel.Worksheet) => {
      sheet.getRange("A1:A200").values = wide;
    };
    expect(await refusal(work)).toBe("RequestPayloadSizeLimitExceeded");
    expect((await read("A1")).values).toEqual([[""]]);
  });

  test("an answer of more than 5 MB is withheld", async () => {
    for (const column of ["A", "B"])
      await onSheet((sheet) => {
        sheet.getRange(`${column}1:${column}100`).values = Array.from({ length: 100 }, () => [
          "x".repeat(30_000),
        ]);
      });
    expect(await refusal((sheet) => sheet.getRange("A1:B100").load("values"))).toBe(
      "ResponsePayloadSizeLimitExceeded",
    );
  });
});

describe("the way from one range to another", () => {
  test.each<[string, (range: Excel.Range) => Excel.Range, string]>([
    ["a cell", (range) => range.getCell(1, 1), "Feuil1!C3"],
    ["a row", (range) => range.getRow(1), "Feuil1!B3:C3"],
    ["a column", (range) => range.getColumn(0), "Feuil1!B2:B4"],
    ["the last cell", (range) => range.getLastCell(), "Feuil1!C4"],
    ["an offset", (range) => range.getOffsetRange(2, 1), "Feuil1!C4:D6"],
    ["a larger one", (range) => range.getResizedRange(1, 2), "Feuil1!B2:E5"],
    ["its columns", (range) => range.getEntireColumn(), "Feuil1!B:C"],
    ["its rows", (range) => range.getEntireRow(), "Feuil1!2:4"],
    ["what it shares", (range) => range.getIntersection("C1:D3"), "Feuil1!C2:C3"],
    ["around both", (range) => range.getBoundingRect("E6"), "Feuil1!B2:E6"],
    ["the rows below", (range) => range.getRowsBelow(2), "Feuil1!B5:C6"],
    ["the column before", (range) => range.getColumnsBefore(1), "Feuil1!A2:A4"],
    ["what is used of it", (range) => range.getUsedRange(true), "Feuil1!B3:C3"],
    ["the block around a cell", (range) => range.getCell(1, 0).getSurroundingRegion(), "Feuil1!B3:C3"],
  ])("%s", async (_what, go, address) => {
    const found = await onSheet(async (sheet, context) => {
      sheet.getRange("B3:C3").values = [[1, 2]];
      const range = go(sheet.getRange("B2:C4")).load("address");
      await context.sync();
      return range.address;
    });
    expect(found).toBe(address);
  });

  test("nothing used, nothing spilled, nothing shared: null objects", async () => {
    const none = await onSheet(async (sheet, context) => {
      const used = sheet.getUsedRangeOrNullObject();
      const spill = sheet.getRange("A1").getSpillingToRangeOrNullObject();
      const apart = sheet.getRange("A1").getIntersectionOrNullObject("B2");
      await context.sync();
      return [used, spill, apart].map((range) => range.isNullObject);
    });
    expect(none).toEqual([true, true, true]);
  });

  test("a range kept over several syncs is found again, and let go at the end", async () => {
    const address = await onSheet(async (sheet, context) => {
      const range = sheet.getRange("A1:B2").getOffsetRange(1, 1);
      await context.sync();
      range.values = [
        [1, 2],
        [3, 4],
      ];
      range.load("address");
      await context.sync();
      return range.address;
    });
    expect(address).toBe("Feuil1!B2:C3");
  });
});

describe("formats", () => {
  test("fills, fonts, alignment and sizes come back", async () => {
    const format = await onSheet(async (sheet, context) => {
      const { format } = sheet.getRange("A1:B2");
      format.fill.color = "#ffcc00";
      format.font.bold = true;
      format.font.color = "red";
      format.font.size = 14;
      format.horizontalAlignment = "Center";
      format.verticalAlignment = "Top";
      format.wrapText = true;
      format.columnWidth = 90;
      format.rowHeight = 30;
      format.borders.getItem("EdgeBottom").style = "Continuous";
      format.borders.getItem("EdgeBottom").color = "#003366";
      await context.sync();
      const cell = sheet.getRange("B2");
      cell.load(
        "format/fill/color,format/font/bold,format/font/color,format/font/size,format/horizontalAlignment,format/wrapText,format/columnWidth,format/rowHeight",
      );
      const bottom = cell.format.borders.getItem("EdgeBottom").load("style,color");
      const top = cell.format.borders.getItem("EdgeTop").load("style");
      await context.sync();
      return { ...cell.toJSON().format, bottom: bottom.color, top: top.style };
    });
    expect(format).toMatchObject({
      fill: { color: "#FFCC00" },
      font: { bold: true, color: "#FF0000", size: 14 },
      horizontalAlignment: "Center",
      wrapText: true,
      columnWidth: 90,
      rowHeight: 30,
      bottom: "#003366",
      top: "None",
    });
  });

  test("cells that differ answer null for the range", async () => {
    const bold = await onSheet(async (sheet, context) => {
      sheet.getRange("A1:B1").values = [["a", "b"]];
      sheet.getRange("A1").format.font.bold = true;
      const { font } = sheet.getRange("A1:B1").format;
      font.load("bold");
      await context.sync();
      return font.bold;
    });
    expect(bold).toBeNull();
  });

  test("clearing contents keeps formats, clearing formats keeps contents", async () => {
    const seen = await onSheet(async (sheet, context) => {
      const range = sheet.getRange("A1:A2");
      range.values = [["a"], ["b"]];
      range.format.fill.color = "#111111";
      sheet.getRange("A1").clear("Contents");
      sheet.getRange("A2").clear("Formats");
      const cells = ["A1", "A2"].map((address) => sheet.getRange(address).load("values,format/fill/color"));
      await context.sync();
      return cells.map((cell) => [cell.values[0]?.[0], cell.format.fill.color]);
    });
    expect(seen).toEqual([
      ["", "#111111"],
      ["b", "#FFFFFF"],
    ]);
  });

  test("a property without meaning here is stored and given back", async () => {
    const indent = await onSheet(async (sheet, context) => {
      sheet.getRange("A1").format.indentLevel = 2;
      const format = sheet.getRange("A1").format.load("indentLevel");
      await context.sync();
      return format.indentLevel;
    });
    expect(indent).toBe(2);
  });
});

describe("rows, columns, copies", () => {
  test("inserted rows move what is below, deleted ones bring it back", async () => {
    await onSheet((sheet) => {
      sheet.getRange("A1:A3").values = [["a"], ["b"], ["c"]];
      sheet.getRange("2:3").insert("Down");
    });
    expect((await read("A1:A5")).values).toEqual([["a"], [""], [""], ["b"], ["c"]]);
    await onSheet((sheet) => sheet.getRange("2:3").delete("Up"));
    expect((await read("A1:A3")).values).toEqual([["a"], ["b"], ["c"]]);
  });

  test("a copy takes values, texts that look like formulas included, and formats", async () => {
    await onSheet((sheet) => {
      sheet.getRange("A1:B1").values = [["'=cmd", 5]];
      sheet.getRange("A1").format.font.bold = true;
      sheet.getRange("D4").copyFrom("A1:B1");
    });
    const copy = await read("D4:E4");
    expect(copy.values).toEqual([["=cmd", 5]]);
    expect(copy.formulas).toEqual([["=cmd", 5]]);
  });

  test("merged cells are known to the grid, and split again", async () => {
    const merges = () => opened.office.grid.merges(opened.office.grid.activeSheet()).length;
    await onSheet((sheet) => sheet.getRange("A1:C2").merge(true));
    expect(merges()).toBe(2);
    await onSheet((sheet) => sheet.getRange("A1:C2").unmerge());
    expect(merges()).toBe(0);
  });
});
