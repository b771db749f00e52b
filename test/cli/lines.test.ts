import { Readable } from "node:stream";
import fc from "fast-check";
import { linesOf } from "../../src/cli/lines";

describe("lines of a stream", () => {
  it("come whole wherever the bytes were cut", async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(
          fc.string({ unit: "grapheme" }).filter((text) => !/[\r\n]/.test(text)),
          { minLength: 1 },
        ),
        fc.constantFrom("\n", "\r\n"),
        fc.integer({ min: 1, max: 7 }),
        async (lines, end, size) => {
          const bytes = Buffer.from(lines.join(end) + end);
          const chunks = Array.from({ length: Math.ceil(bytes.length / size) }, (_, at) =>
            bytes.subarray(at * size, (at + 1) * size),
          );
          const read: string[] = [];
          for await (const line of linesOf(Readable.from(chunks))) read.push(line);
          expect(read).toEqual(lines);
        },
      ),
    );
  });
});
