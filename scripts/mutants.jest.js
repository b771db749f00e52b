/** Jest for `mutants.ts`: one suite of the project, and of its tests those of one room. Runs in a copy of the project. */
const { join } = require("node:path");
const { projects } = require("../jest.config.js");

const { suite, tests } = JSON.parse(process.env.VIGIE_MUTANTS);
const { displayName, ...project } = projects.find(({ displayName }) => displayName === suite);
const ending = suite === "office" ? ".dom.test.{ts,tsx}" : ".test.ts";

module.exports = {
  ...project,
  rootDir: join(__dirname, ".."),
  testMatch: tests.flatMap((start) => [`<rootDir>/${start}*${ending}`, `<rootDir>/${start}/**/*${ending}`]),
};
