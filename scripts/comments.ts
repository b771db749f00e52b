import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";

/** Lower it when there are fewer; never raise it. */
const CEILING = 78;

const ROOMS = ["src", "workbench", "scripts", "bench"];
const QUESTION_WORD = /\/\*\*[\s*]*(What|Who|Whose|Whether|That|Where|How)\b/g;

/** Doc comments that open with a question word, in code that is given as text. */
export const questionComments = (code: string): number => code.match(QUESTION_WORD)?.length ?? 0;

/** `npm run lint`: a doc comment starts with a noun or a verb. Refuses more that do not than there were. */
function main(): void {
  const root = join(__dirname, "..");
  const counted = ROOMS.flatMap((room) =>
    readdirSync(join(root, room), { recursive: true, encoding: "utf8" })
      .filter((name) => /\.tsx?$/.test(name))
      .map((name) => join(room, name)),
  ).map((path) => ({ path, count: questionComments(readFileSync(join(root, path), "utf8")) }));
  const total = counted.reduce((sum, { count }) => sum + count, 0);
  if (total < CEILING) console.log(`Only ${total} such comments: lower CEILING in scripts/comments.ts.`);
  if (total <= CEILING) return;
  process.exitCode = 1;
  console.error(
    `${total} doc comments open with What, Who, Whose, Whether, That, Where or How; at most ${CEILING} may.`,
  );
  for (const { path, count } of counted)
    if (count > 0) console.error(`${String(count).padStart(4)}  ${path}`);
}

if (require.main === module) main();
