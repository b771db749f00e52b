import { questionComments } from "../../scripts/comments";

test("counts doc comments that open with a question word, of one line or several, and no others", () => {
  const code = `
    /** What a person sees. */
    /**
     * Whether it is so.
     */
    /** Whatever: a noun of its own. */
    /** The columns, and how they are read. */
    // Where it is.
  `;
  expect(questionComments(code)).toBe(2);
});
